import type { Facts } from './facts.ts';

/** A group of fields: the facts, and how some of them are changed. */
export type SetFacts = { facts: Facts; set: (part: Partial<Facts>) => void };

/** What is wrong, by the contract's path: `birthDate`, `address.postcode`, `members.0.birthDate`. */
export type FactErrors = Readonly<Record<string, string>>;
