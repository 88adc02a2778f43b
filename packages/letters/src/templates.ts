import type { LetterTemplate } from '@suivi/rules/vocabulary';
import { appeal } from './appeal.ts';
import { card } from './card.ts';
import { chase } from './chase.ts';
import { civilStatus } from './civil-status.ts';
import { firstFile } from './first-file.ts';
import { lostCard } from './lost-card.ts';
import { mediator } from './mediator.ts';
import { option } from './option.ts';
import { resend } from './resend.ts';
import { supplement } from './supplement.ts';
import type { LetterText } from './template.ts';

/** Every letter but the mandate, which is no letter. */
export const letterTexts: Record<Exclude<LetterTemplate, 'mandate'>, LetterText> = {
  first_file: firstFile,
  supplement,
  chase,
  resend,
  civil_status: civilStatus,
  card,
  appeal,
  mediator,
  option,
  lost_card: lostCard,
};
