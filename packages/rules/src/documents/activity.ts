import { conditional, forSubmission, notListed, notNeeded, required, type DocumentRule } from './rule.ts';

/** Papers that show work or studies: what opens the right from its first day. */

export const employmentContract: DocumentRule = {
  document: 'employment_contract',
  neededFor: forSubmission,
  source: 'ameli/ne-etranger',
  need(situation) {
    if (situation.category === 'employee')
      return required(
        'Work opens the right from its first day: the contract or a pay slip shows the day.',
        'Le travail ouvre le droit dès le premier jour : contrat ou bulletin de salaire le montre.',
      );
    if (situation.category === 'frontier_worker')
      return conditional(
        'The sources name the option form alone; the Swiss contract may be asked for.',
        'Les sources ne citent que le formulaire d’option ; le contrat suisse peut être demandé.',
        { source: 'ameli/frontalier-suisse' },
      );
    return notListed(situation);
  },
};

export const businessRegistration: DocumentRule = {
  document: 'business_registration',
  neededFor: forSubmission,
  source: 'forum-ameli/3424426',
  need: (situation) =>
    situation.category === 'self_employed'
      ? required(
          'Registration did not follow by itself: the notice from INSEE or URSSAF, or the Kbis, shows the activity.',
          'L’affiliation n’a pas suivi d’office : l’avis INSEE ou URSSAF, ou le Kbis, établit l’activité.',
        )
      : notListed(situation),
};

export const nominationOrder: DocumentRule = {
  document: 'nomination_order',
  neededFor: forSubmission,
  source: 'forum-ameli/3424984',
  need(situation) {
    if (situation.category !== 'employee') return notListed(situation);
    return situation.hasNominationOrder
      ? required(
          'With the arrêté de nomination the file goes to the desk for language assistants in Paris.',
          'Avec l’arrêté de nomination, le dossier va au service parisien des assistants de langue.',
        )
      : notNeeded('No arrêté de nomination is on file.', 'Aucun arrêté de nomination n’est indiqué au dossier.');
  },
};

export const enrolmentCertificate: DocumentRule = {
  document: 'enrolment_certificate',
  neededFor: forSubmission,
  source: 'ameli/etudier-en-france',
  need: (situation) =>
    situation.category === 'student'
      ? required(
          'Studies open the right: certificate or student card of the current year.',
          'Les études ouvrent le droit : certificat ou carte d’étudiant de l’année en cours.',
        )
      : notListed(situation),
};
