import type { Language } from '@suivi/rules/vocabulary';
import type { Block } from './fill.ts';

/** An email with its words in place, before it is laid out. Every text is plain and on one line. */
export type Letter = {
  language: Language;
  subject: string;
  /** What the inbox shows after the subject. */
  preheader: string | null;
  /** The subject without its step: the bar says that. */
  title: string;
  agencyName: string;
  step: number;
  stepLine: string;
  greeting: string | null;
  sections: Section[];
  signature: { name: string; reach: string[] };
  foot: string[];
};

/** A part under its heading, or without one. */
export type Section = { heading: string | null; blocks: Block[]; strongDays: boolean };
