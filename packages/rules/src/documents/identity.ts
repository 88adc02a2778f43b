import { conditional, filesS1106, forSubmission, notNeeded, required, type DocumentRule } from './rule.ts';

/** Who asks, with which right to stay, and where the refunds go. */

export const applicationForm: DocumentRule = {
  document: 'application_form',
  neededFor: forSubmission,
  source: 'ameli/ne-etranger',
  need({ category, beganStudiesAt28: inDoubt }) {
    if (category === 'frontier_worker')
      return required(
        'The option form itself is the request; no S1106 goes with it since July 2018.',
        'Le formulaire d’option est la demande ; pas de S1106 en plus depuis juillet 2018.',
        { source: 'ameli/frontalier-suisse' },
      );
    if (category === 'posted_worker')
      return notNeeded(
        'Posted workers hand in an S1; the form S1106 itself says not to use it.',
        'En détachement, on remet un S1 ; le formulaire S1106 dit lui-même de ne pas l’utiliser.',
        { source: 'form/S1106' },
      );
    if (category === 'student')
      return notNeeded(
        inDoubt
          ? 'Students file online; over 28, an ameli expert names form S1106 instead.'
          : 'Students file online, without form S1106.',
        inDoubt
          ? 'Les dossiers étudiants se font en ligne ; après 28 ans, un expert ameli indique le S1106.'
          : 'Les dossiers étudiants se font en ligne, sans formulaire S1106.',
        {
          source: 'ameli/etudier-en-france',
          ...(inDoubt && {
            sourcesDiffer: { en: 'the online route for students over 28', fr: 'la voie en ligne après 28 ans' },
          }),
        },
      );
    if (category === 's1_holder')
      return required(
        'CPAM’s lists ask for S1106 beside the S1; the form itself says that an S1 alone is enough.',
        'Les listes CPAM demandent le S1106 avec le S1 ; le formulaire, lui, dit que le S1 suffit.',
        { sourcesDiffer: { en: 'form S1106 beside an S1', fr: 'le formulaire S1106 en plus du S1' } },
      );
    return required(
      'Form S1106 (Cerfa 15763) is the request itself, dated and signed; a guide calls it “Cerfa 736”.',
      'Le formulaire S1106 (Cerfa 15763), daté et signé, est la demande ; un guide l’appelle « Cerfa 736 ».',
      { source: 'service-public/F34308' },
    );
  },
};

export const identity: DocumentRule = {
  document: 'identity',
  neededFor: forSubmission,
  source: 'ameli/ne-etranger',
  need: ({ category }) =>
    category === 'frontier_worker'
      ? conditional(
          'The sources name the option form alone; a caisse may ask for a passport or identity card too.',
          'Les sources ne citent que le formulaire d’option ; une pièce d’identité peut être demandée.',
          { source: 'ameli/frontalier-suisse' },
        )
      : required(
          'A passport or identity card, valid on the day of sending, in every file.',
          'Un passeport ou une carte d’identité en cours de validité, dans tout dossier.',
        ),
};

export const residencePermit: DocumentRule = {
  document: 'residence_permit',
  neededFor: forSubmission,
  source: 'arrete/2017-05-10',
  need(situation) {
    const { category, group } = situation;
    if (group === 'eu')
      return notNeeded(
        'Nationals of the EU, the EEA or Switzerland need no permit.',
        'UE, EEE ou Suisse : aucun titre de séjour n’est demandé.',
        { source: 'service-public/F13842' },
      );
    if (category === 'frontier_worker')
      return conditional(
        'The sources name the option form alone; a caisse may ask for the permit too.',
        'Les sources ne citent que le formulaire d’option ; le titre de séjour peut être demandé.',
        { source: 'ameli/frontalier-suisse' },
      );
    if (category === 'posted_worker')
      return conditional(
        'From outside the EU, what a posted worker shows depends on the treaty with the home country.',
        'Hors UE, ce qu’une personne détachée présente dépend de la convention avec son pays.',
        { source: 'ameli/detachement' },
      );
    if (category === 's1_holder' && group === 'uk' && situation.inFranceBefore2021)
      return conditional(
        'In France by the end of 2020: the rights of the Withdrawal Agreement are kept; its card may be asked for.',
        'En France avant 2021 : droits de l’accord de retrait conservés ; sa carte peut être demandée.',
      );
    if (!situation.permitCounts)
      return required(
        'A VLS-TS counts only once validated online: validate it, and keep the proof.',
        'Un VLS-TS ne compte qu’une fois validé en ligne : le valider et garder la preuve.',
      );
    return required(
      'From outside the EU, the right to stay is part of the right to cover: a title in force.',
      'Hors UE, le droit au séjour conditionne le droit à la couverture : un titre en cours.',
    );
  },
};

export const rib: DocumentRule = {
  document: 'rib',
  neededFor: forSubmission,
  source: 'form/S1106',
  need: ({ category }) => {
    if (category === 'frontier_worker')
      return conditional(
        'The sources name the option form alone; bank details are asked for refunds.',
        'Les sources ne citent que le formulaire d’option ; le RIB sert aux remboursements.',
        { source: 'ameli/frontalier-suisse' },
      );
    return required(
      'CPAM pays refunds to this account, in the applicant’s own name.',
      'La CPAM verse les remboursements sur ce compte, au nom du demandeur.',
      category === 'student' ? { source: 'campusfrance/301673' } : {},
    );
  },
};

export const proofOfAddress: DocumentRule = {
  document: 'proof_of_address',
  neededFor: forSubmission,
  source: 'forum-ameli/2703700',
  need(situation) {
    const { category, hasNominationOrder } = situation;
    if (category === 's1_holder')
      return required(
        'With an S1 the address shows which caisse the file belongs to; there is no three-month proof.',
        'Avec un S1, l’adresse indique la caisse compétente ; pas de preuve de trois mois.',
      );
    if (category === 'job_seeker')
      return required(
        'A job seeker shows the address: it says which caisse the file belongs to.',
        'En recherche d’emploi, l’adresse est à justifier : elle indique la caisse compétente.',
      );
    if (category === 'employee' && hasNominationOrder)
      return required(
        'CPAM Paris asks language assistants for their address, since they live all over France.',
        'La CPAM de Paris demande leur adresse aux assistants de langue, présents dans toute la France.',
        { source: 'forum-ameli/3424984' },
      );
    if (category === 'frontier_worker')
      return conditional(
        'The sources name the option form alone; a caisse may ask for proof of address too.',
        'Les sources ne citent que le formulaire d’option ; un justificatif de domicile peut être demandé.',
        { source: 'ameli/frontalier-suisse' },
      );
    return notNeeded(
      filesS1106(situation)
        ? 'The form and the other documents carry the address; no list asks for more here.'
        : 'No list asks for proof of address here.',
      filesS1106(situation)
        ? 'Le formulaire et les autres pièces portent l’adresse ; aucune liste n’en demande plus ici.'
        : 'Aucune liste ne demande ici de justificatif de domicile.',
      { source: 'ameli/ne-etranger' },
    );
  },
};
