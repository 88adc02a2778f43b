import type { Language, Words } from '@suivi/rules/vocabulary';

/** What stands around the parts of every email. The button and the two links come with the client's page. */
export const frame = {
  step: {
    en: 'Step {step} of 7 on the way to your carte Vitale',
    fr: 'Étape {step} sur 7 vers votre carte Vitale',
  },
  greeting: { en: 'Hello {firstName},', fr: 'Bonjour {firstName},' },
  do: { en: 'What to do', fr: 'À faire' },
  next: { en: 'What comes next', fr: 'La suite' },
  again: { en: 'When we look again', fr: 'Prochain point' },
  reply: { en: 'answer this email and it reaches us', fr: 'répondez à ce courriel, il nous parvient' },
  neverWrite: {
    en: 'Never write your social security number to us: we may not keep it.',
    fr: 'Ne nous écrivez jamais votre numéro de sécurité sociale : nous ne pouvons pas le conserver.',
  },
} satisfies Record<string, Words>;

/** The sentence a reader looks for first: it is set in bold where an email begins its `do` with it. */
export const nothingForNow: Words = { en: 'Nothing for now.', fr: 'Rien pour l’instant.' };

/** The end of a subject that the title leaves out: the bar below the title says it. */
export const stepInSubject: Words = { en: ': step {step} of 7', fr: ' : étape {step} sur 7' };

/** Why the client gets this email. « Parce que » loses its last letter before a vowel. */
export const reasonIn: Record<Language, (why: string) => string> = {
  en: (why) => `You get this because ${why}`,
  fr: (why) => `Vous recevez ce courriel parce ${/^[aeiouyéèêà]/i.test(why) ? 'qu’' : 'que '}${why}`,
};
