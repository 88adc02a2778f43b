import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@suivi/rules/vocabulary';
import { aheadWords } from '../ahead/words.ts';
import { absencesWords } from '../absences/words.ts';
import { applicantWords } from '../applicant/words.ts';
import { checksWords } from '../rounds/checks/words.ts';
import { besideWords } from '../beside/words.ts';
import { fileWords } from '../file/words.ts';
import { adminWords } from '../admin/words.ts';
import { bulkWords } from '../bulk/words.ts';
import { filesWords } from '../files/words.ts';
import { guidanceWords } from '../guidance/words.ts';
import { helpWords } from '../help/words.ts';
import { importsWords } from '../imports/words.ts';
import { lettersWords } from '../letters/words.ts';
import { newFileWords } from '../new-file/words.ts';
import { papersWords } from '../papers/words.ts';
import { notesWords } from '../notes/words.ts';
import { playbookWords } from '../playbook/words.ts';
import { receiptsWords } from '../receipts/words.ts';
import { recordWords } from '../record/words.ts';
import { arrivalsWords } from '../rounds/arrivals/words.ts';
import { callRoundWords } from '../rounds/calls/words.ts';
import { postWords } from '../rounds/post/words.ts';
import { roundsWords } from '../rounds/words.ts';
import { signInWords } from '../sign-in/words.ts';
import { todayWords } from '../today/words.ts';
import { shellWords } from './shell-words.ts';
import { keepLanguage, languageHere } from './settings.ts';
import { vocabularyWords } from './vocabulary-words.ts';
import { inLanguage } from './words.ts';

/** Every text of the adviser's screens: `t('today.overdue')`, `t('task.call_3646')`. */
const words = {
  ...shellWords,
  ...vocabularyWords,
  absences: absencesWords,
  admin: adminWords,
  ahead: aheadWords,
  beside: besideWords,
  notes: notesWords,
  today: todayWords,
  bulk: bulkWords,
  filesList: filesWords,
  file: fileWords,
  record: recordWords,
  applicant: applicantWords,
  help: helpWords,
  guidance: guidanceWords,
  letters: lettersWords,
  newFile: newFileWords,
  papers: papersWords,
  playbook: playbookWords,
  imports: importsWords,
  post: postWords,
  receipts: receiptsWords,
  rounds: roundsWords,
  arrivals: arrivalsWords,
  callRound: callRoundWords,
  checks: checksWords,
  signIn: signInWords,
} as const;

const en = inLanguage(words, 'en');
const fr = inLanguage(words, 'fr');

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

const language = languageHere();
document.documentElement.lang = language;

void i18next.use(initReactI18next).init({
  lng: language,
  fallbackLng: 'en',
  resources: { en: { translation: en }, fr: { translation: fr } },
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
});

/** Changes the language on screen and keeps it for the next sign-in. */
export function speak(next: Language) {
  keepLanguage(next);
  document.documentElement.lang = next;
  if (i18next.language !== next) void i18next.changeLanguage(next);
}
