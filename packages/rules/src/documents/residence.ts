import { conditional, forSubmission, notListed, notNeeded, optional, required, type DocumentRule } from './rule.ts';

/** Papers of those whose right rests on residence, or on another country's scheme. */

export const proofOfStableResidence: DocumentRule = {
  document: 'proof_of_stable_residence',
  neededFor: forSubmission,
  source: 'c2s/resider-en-france',
  need(situation) {
    if (situation.ownResidence)
      return required(
        'Without work, the right rests on more than three months of residence without a break.',
        'Sans activité, le droit repose sur plus de trois mois de résidence ininterrompue.',
        situation.group === 'eu' ? { source: 'forum-ameli/3425025' } : {},
      );
    if (situation.joinsFamily)
      return notNeeded(
        'Joining an insured relative takes the place of the three months.',
        'Rejoindre un proche assuré dispense des trois mois.',
        { source: 'cpam67/residence' },
      );
    switch (situation.category) {
      case 'employee':
      case 'self_employed':
      case 'frontier_worker':
        return notNeeded(
          'Work opens the right from its first day, without three months of residence.',
          'Le travail ouvre le droit dès le premier jour, sans trois mois de résidence.',
          { source: 'welcometofrance/affiliation' },
        );
      case 'student':
        return notNeeded(
          'Studies open the right, without three months of residence.',
          'Les études ouvrent le droit, sans trois mois de résidence.',
          { source: 'css/D160-2' },
        );
      default:
        return notNeeded(
          'Another country pays: there are no three months to show.',
          'Un autre pays prend en charge : pas de trois mois à prouver.',
          { source: 'service-public/F12859' },
        );
    }
  },
};

export const s1Form: DocumentRule = {
  document: 's1_form',
  neededFor: forSubmission,
  source: 'service-public/F12859',
  need(situation) {
    switch (situation.category) {
      case 's1_holder':
        return required(
          'The cover rests on it: the body that pays the pension issues it, one for each person.',
          'La couverture repose sur lui : l’organisme qui verse la pension le délivre, un par personne.',
        );
      case 'posted_worker':
        return required(
          'A posted worker stays insured at home: the S1 says so, and goes to the caisse on arrival.',
          'En détachement, l’assurance reste au pays : le S1 l’atteste et se remet à l’arrivée.',
          { source: 'ameli/detachement' },
        );
      case 'job_seeker':
        return situation.group !== 'eu'
          ? notNeeded(
              'No scheme of an EU country stands behind this job seeker.',
              'Aucun régime d’un pays de l’UE ne couvre cette recherche d’emploi.',
            )
          : required(
              'Not employed: the scheme of the country left still covers, and the S1 shows it.',
              'Sans emploi : le régime du pays quitté couvre encore, et le S1 le montre.',
              { source: 'forum-ameli/2703700' },
            );
      case 'frontier_worker':
        return notNeeded(
          'An S1 goes with the choice of the Swiss scheme; this file chooses the French one.',
          'Un S1 accompagne le choix du régime suisse ; ce dossier choisit le régime français.',
          { source: 'frontaliers-grandest/option' },
        );
      default:
        return notListed(situation);
    }
  },
};

export const s1Refusal: DocumentRule = {
  document: 's1_refusal',
  neededFor: forSubmission,
  source: 'forum-ameli/3425025',
  need(situation) {
    if (situation.isEuUnderFiveYears)
      return required(
        'Under five years in France: CPAM first asks whether the country left still covers.',
        'Moins de cinq ans en France : la CPAM vérifie d’abord si le pays quitté couvre encore.',
      );
    if (situation.category === 'resident' && !situation.joinsFamily && situation.group === 'eu')
      return situation.isFrench
        ? notNeeded(
            'French nationals coming back are not asked for it.',
            'Retour d’un ressortissant français : non demandé.',
          )
        : notNeeded('Five years in France: it is no longer asked for.', 'Cinq ans en France : il n’est plus demandé.');
    return notListed(situation);
  },
};

export const a1Certificate: DocumentRule = {
  document: 'a1_certificate',
  neededFor: forSubmission,
  source: 'ameli/detachement',
  need: (situation) =>
    situation.category === 'posted_worker'
      ? optional(
          'The employer obtains it; it is kept, and shown when asked for.',
          'L’employeur l’obtient ; il se conserve et se présente sur demande.',
        )
      : notListed(situation),
};

export const ehic: DocumentRule = {
  document: 'ehic',
  neededFor: forSubmission,
  source: 'service-public/F675',
  need(situation) {
    if (situation.category !== 'student' && situation.category !== 'job_seeker') return notListed(situation);
    return situation.hasEhic
      ? optional(
          'The card covers the stay: a copy shows that nothing has to be filed.',
          'La carte couvre le séjour : sa copie montre que rien n’est à déposer.',
        )
      : notNeeded('No valid European card is on file.', 'Aucune carte européenne valable n’est indiquée au dossier.');
  },
};

export const meansAndCover: DocumentRule = {
  document: 'means_and_cover',
  neededFor: forSubmission,
  source: 'cleiss/resider-eee',
  need(situation) {
    if (situation.isEuUnderFiveYears)
      return conditional(
        'Under five years without work: CPAM usually looks at means and cover, case by case.',
        'Moins de cinq ans sans activité : la CPAM examine souvent ressources et couverture.',
      );
    if (situation.category === 'student' && situation.isFrench)
      return conditional(
        'Asked of students from other EU countries; no source asks it of French nationals.',
        'Demandée aux autres ressortissants de l’UE ; aucune source ne la demande aux Français.',
        { source: 'campusfrance/301673' },
      );
    if (situation.category === 'student' && situation.group === 'eu')
      return required(
        'An EU student without a European card states the means to live on.',
        'Pour des études, UE sans carte européenne : une déclaration de ressources est demandée.',
        { source: 'campusfrance/301673' },
      );
    return notListed(situation);
  },
};
