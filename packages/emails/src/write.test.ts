import type { Day } from '@suivi/rules/calendar/days';
import type { EmailCause } from '@suivi/rules/emails/payloads';
import { LANGUAGES } from '@suivi/rules/vocabulary';
import { describe, expect, it } from 'vitest';
import type { EmailInput } from './email-input.ts';
import { exampleCauses, exampleEvents, exampleInput, examplePlan } from './examples.ts';
import type { WrittenEmail } from './write.ts';
import { writeEmail } from './write.ts';

const d = (day: string) => day as Day;

/** The email, or a failure that names what was missing. */
function written(input: EmailInput): WrittenEmail {
  const result = writeEmail(input);
  if (result.held) throw new Error(`held for ${result.missing.join(', ')}`);
  return result;
}

/** Plain text on one line, with ordinary spaces: words can be looked for whatever the width. */
const flat = (text: string) => text.replace(/\s+/g, ' ');

const every = exampleCauses.flatMap((cause) =>
  LANGUAGES.map((language) => [`${cause.template} ${cause.payload.variant}`, language, cause] as const),
);

const cause = <T extends EmailCause['template']>(
  template: T,
  payload: Extract<EmailCause, { template: T }>['payload'],
) => ({ template, payload }) as EmailCause;

const submitted = cause('file_submitted', { variant: 'first', sentDay: d('2026-04-20'), trackingNumber: '1A 234' });

describe('every email', () => {
  it.each(every)('%s is written whole in %s', (_name, language, email) => {
    const { subject, preheader, html, text } = written(exampleInput(email, language));
    for (const part of [subject, preheader ?? '', html.replace(/<style>.*?<\/style>/s, ''), text]) {
      expect(part).not.toMatch(/[{}]|undefined|null|\[object/);
    }
    expect(subject.length).toBeLessThanOrEqual(78);
    expect(html).toContain(`<html lang="${language}"`);
    expect(text).toContain('Claire Fontanel');
    expect(flat(text)).toMatch(/Never write your social security number|Ne nous écrivez jamais votre numéro/);
  });

  it.each(every)('%s fetches nothing and links nowhere in %s', (_name, language, email) => {
    const { html } = written(exampleInput(email, language));
    expect(html).not.toMatch(/https?:|<a |<img|url\(|<link|<script|@import/);
  });

  it.each(every)('%s keeps its lines of text short in %s', (_name, language, email) => {
    const { text } = written(exampleInput(email, language));
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  });
});

describe('the words', () => {
  it('tell that the file has arrived, word for word', () => {
    const email = cause('file_received', { variant: 'signed', deliveredDay: d('2026-04-21') });
    const { subject, preheader, text } = written(exampleInput(email, 'en', { median: { days: 47, count: 38 } }));
    expect(subject).toBe('CPAM has your file: step 3 of 7');
    expect(preheader).toBe('Received on Tuesday 21 April. Nothing to do for now.');
    expect(text).toBe(`Passerelle Relocation

CPAM has your file
Step 3 of 7 on the way to your carte Vitale

Hello Carol,

CPAM de Dordogne received your file on Tuesday 21 April. We hold the signed
receipt.

WHAT TO DO
Nothing for now. If CPAM writes to you, tell us through your page, with any
number covered.

WHAT COMES NEXT
Your provisional number, with the proof of your rights (“attestation de
droits”). We know of no official delay; a few months is common. At this
office, half of our files waited less than 47 days (38 files).

WHEN WE LOOK AGAIN
On Thursday 21 May at the latest. If nothing has come by then, we call CPAM,
and we write to you.

Until you are covered: pay at the doctor’s, and keep each brown care form
(“feuille de soins”). You have two years to send it. Keep your private
cover.

Claire Fontanel
05 00 00 00 00 · answer this email and it reaches us

----------------------------------------------------------------------------

You get this because your file moved to step 3, and you asked Passerelle
Relocation to follow it.
Never write your social security number to us: we may not keep it.
`);
  });

  it('say the same in French, with « la » before the caisse', () => {
    const { subject, text } = written(exampleInput(submitted, 'fr'));
    expect(subject).toBe('Votre dossier est parti\u00a0: étape 2 sur 7');
    expect(flat(text)).toContain(
      'Nous avons envoyé votre dossier à la CPAM de Dordogne le lundi 20 avril, en recommandé nº 1A 234.',
    );
    expect(text).toContain('PROCHAIN POINT\nAu plus tard le jeudi 21 mai. ');
  });

  it('tell what was done since the last email, and the next four steps', () => {
    const email = cause('still_waiting', { variant: 'receipt', n: 1, last: false, deliveredDay: d('2026-03-20') });
    const { subject, text } = written(exampleInput(email, 'en'));
    expect(subject).toBe('Still waiting for CPAM: news of 22 April');
    expect(text).toContain(`CPAM received your file on Friday 20 March, 33 days ago, and has not
answered yet.

Since our last email:
- Monday 20 April: we called CPAM; nobody answered, and we call again.
- Tuesday 21 April: we called CPAM, which asked us to call again on Thursday
  21 May.

WHAT TO DO`);
    expect(text).toContain(`If nothing comes, these are our next steps:
- Thursday 21 May: we call CPAM
- Friday 5 June: we go to the CPAM office
- 22 June: we ask CPAM for a written answer, by registered letter
- 22 July: we write to CPAM’s mediator
`);
  });

  it('admit that nothing was done', () => {
    const email = cause('still_waiting', { variant: 'receipt', n: 2, last: false, deliveredDay: d('2026-03-20') });
    const { text } = written(exampleInput(email, 'fr', { events: [] }));
    expect(flat(text)).toContain('Depuis notre dernier message, rien n’était à faire et rien n’est arrivé. À FAIRE');
    expect(text).not.toContain('Depuis notre dernier courriel');
  });

  it.each([
    [4, false, 'It is longer than it should be. Claire Fontanel goes through the whole file'],
    [5, false, 'You have waited too long for an answer.'],
    [9, false, 'You have waited too long for an answer.'],
    [3, true, 'This is the last email of this kind'],
  ])('take their tone from the number: %s, last: %s', (n, last, words) => {
    const email = cause('still_waiting', { variant: 'receipt', n, last, deliveredDay: d('2026-03-20') });
    expect(flat(written(exampleInput(email, 'en')).text)).toContain(words);
  });

  it('list what is missing, with its reason; what cannot exist yet is not asked for', () => {
    const email = cause('documents_reminder', { variant: 'gathering', third: false });
    const text = flat(written(exampleInput(email, 'en')).text);
    expect(text).toContain(
      '- Birth certificate: Your permanent number is made from it. Full copy, or extract with parents: day and place of birth, sex, both parents’ names.',
    );
    expect(text).toContain('- Child’s passport or identity card, Emma: CPAM asks for it when a child was born abroad.');
    expect(text).toContain('- Bank details (RIB): ');
    expect(text).not.toContain('Passport or identity card:');
    expect(text).not.toContain('Proof of more than three months');
  });

  it('quote the checker’s own sentence in place of the ready one', () => {
    const rejected = [{ document: 'birth_certificate', member: null, fault: 'incomplete' } as const];
    const email = cause('document_to_redo', { variant: 'one', requested: false, rejected });
    const { text } = written(exampleInput(email, 'fr'));
    expect(flat(text)).toContain('- Acte de naissance : « The second page is missing. »');
    expect(flat(text)).not.toContain('C’est la forme abrégée');
  });

  it('give the last day a year when it is another one, and no weekday when it is far', () => {
    const payload = { variant: 'number', rightsDay: d('2026-04-21'), provisionalEndsDay: d('2027-01-21') } as const;
    const { text } = written(exampleInput(cause('rights_open', payload), 'en'));
    expect(flat(text)).toContain(
      'came on Tuesday 21 April. The number is valid for nine months, until 21 January 2027.',
    );
  });

  it('elide « parce que » before a vowel', () => {
    const sent = cause('appeal_sent', { variant: 'usual', appealSentDay: d('2026-04-21') });
    expect(flat(written(exampleInput(sent, 'fr')).text)).toContain('parce qu’un recours a été envoyé');
    expect(flat(written(exampleInput(submitted, 'fr')).text)).toContain('parce que votre dossier passe');
  });

  it('close a file with nothing left open', () => {
    const email = cause('card_delivered', { variant: 'usual', cardDay: d('2026-04-21'), eraseDay: d('2026-05-21') });
    const closed = { ...examplePlan, tasks: [] };
    expect(written(exampleInput(email, 'en')).text).toContain('for 60 days at most');
    expect(written(exampleInput(email, 'en', { plan: closed })).text).toContain('Nothing is left open');
  });
});

describe('what is not known', () => {
  it('holds the email when it carried it', () => {
    const email = cause('file_submitted', { variant: 'first', sentDay: d('2026-04-20'), trackingNumber: null });
    const plan = { ...examplePlan, caisse: { ...examplePlan.caisse, shortName: null } };
    expect(writeEmail(exampleInput(email, 'en'))).toEqual({ held: true, missing: ['trackingNumber'] });
    expect(writeEmail(exampleInput(email, 'fr', { plan }))).toEqual({
      held: true,
      missing: ['caisse', 'trackingNumber'],
    });
  });

  it('holds a reminder with nothing to name', () => {
    const email = cause('documents_reminder', { variant: 'gathering', third: false });
    const plan = { ...examplePlan, documents: [] };
    expect(writeEmail(exampleInput(email, 'en', { plan }))).toEqual({ held: true, missing: ['missingList'] });
  });

  it('leaves out the sentence when the rest still tells what happened', () => {
    const payload = { variant: 'usual', n: 1, rightsDay: d('2026-01-22'), provisionalEndsDay: null } as const;
    const text = flat(written(exampleInput(cause('number_pending', payload), 'en')).text);
    expect(text).toContain('Your rights have been open since 22 January. WHAT TO DO');
  });

  it('leaves out a whole part, with its heading', () => {
    const { text, html } = written(exampleInput(submitted, 'en', { plan: { ...examplePlan, tasks: [] } }));
    expect(text).toContain('If La Poste shows no delivery by then');
    const ends = cause('cover_ends', { variant: 'usual', coverDay: d('2026-05-22') });
    const alone = written(exampleInput(ends, 'en', { plan: { ...examplePlan, tasks: [] } }));
    expect(alone.text).not.toContain('WHEN WE LOOK AGAIN');
    expect(html).toContain('When we look again');
  });

  it('leaves out the telephone of an adviser who has none', () => {
    const people = { ...exampleInput(submitted, 'en').people, adviserPhone: null };
    expect(written(exampleInput(submitted, 'en', { people })).text).toContain(
      'Claire Fontanel\nanswer this email and it reaches us',
    );
  });
});

describe('what comes from outside', () => {
  const people = {
    firstName: '<b>Carol</b> & "Co"',
    adviserName: 'Claire\r\nBcc: all@example.org',
    adviserPhone: '05\u202e00',
    agencyName: 'Passerelle {firstName}',
  };

  it('is text in the HTML, never markup', () => {
    const { html } = written(exampleInput(submitted, 'en', { people }));
    expect(html).toContain('Hello &lt;b&gt;Carol&lt;/b&gt; &amp; &quot;Co&quot;,');
    expect(html).not.toContain('<b>Carol');
  });

  it('cannot begin a line of its own, turn the text round, or be filled again', () => {
    const { text } = written(exampleInput(submitted, 'en', { people }));
    expect(text).toContain('Claire Bcc: all@example.org\n0500 · ');
    expect(text).toContain('Passerelle {firstName}');
  });

  it('puts no line break into a subject', () => {
    const waiting = cause('taken_over', { variant: 'usual' });
    expect(written(exampleInput(waiting, 'en', { people })).subject).not.toMatch(/[\r\n]/);
  });

  it('never tells the note of a call', () => {
    const email = cause('still_waiting', { variant: 'receipt', n: 1, last: false, deliveredDay: d('2026-03-20') });
    const events = exampleEvents.map((event) =>
      event.type === 'call_made' ? { ...event, note: 'agent Durand' } : event,
    );
    expect(written(exampleInput(email, 'en', { events })).text).not.toContain('Durand');
  });
});

it('writes the same letter twice', () => {
  expect(writeEmail(exampleInput(submitted, 'fr'))).toEqual(writeEmail(exampleInput(submitted, 'fr')));
});
