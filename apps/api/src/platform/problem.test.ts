import { describe, expect, it } from 'vitest';
import { Problem } from './problem.ts';

describe('what is refused, in French', () => {
  it('has the spaces of French printing, where a sentence was written in both languages', () => {
    const words = { en: 'It is closed: open it again; or leave it.', fr: 'Il est clos : rouvrez-le ; ou laissez-le.' };
    const problem = new Problem(409, 'stale_file', words, { errors: [{ path: 'file', message: words }] });
    const inFrench = 'Il est clos\u00a0: rouvrez-le\u202f; ou laissez-le.';
    expect(problem.body('fr')).toEqual({
      type: 'stale_file',
      title: 'Le dossier a changé entre-temps',
      status: 409,
      detail: inFrench,
      errors: [{ path: 'file', message: inFrench }],
    });
    expect(problem.reason()).toEqual({ en: words.en, fr: inFrench });
    expect(problem.body('en')).toMatchObject({ detail: words.en, errors: [{ message: words.en }] });
  });

  it('has them, too, where a schema said it in English and it gets its French', () => {
    const ofSchema = 'Unknown. One of: en, fr.';
    const errors = [{ path: 'applicant.language', message: ofSchema }];
    const problem = new Problem(422, 'invalid_request', 'The file is sent, not answered: record file_submitted.', {
      errors,
    });
    expect(problem.body('fr')).toMatchObject({
      detail: 'Le dossier s’envoie\u00a0: notez file_submitted.',
      errors: [{ path: 'applicant.language', message: 'Valeur inconnue. Parmi\u00a0: en, fr.' }],
    });
    expect(problem.body('en')).toMatchObject({ errors });
  });
});
