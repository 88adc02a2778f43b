import { words, type Rule } from './rule.ts';

/** When a file may be sent, and where it goes. */
export const beforeRules: readonly Rule[] = [
  {
    id: 'three_months_and_a_day',
    area: 'when',
    title: words('Three months and a day', 'Trois mois et un jour'),
    says: words(
      'Without work, a file can be sent once somebody has lived in France for more than three months: arrival, plus three months by calendar, plus a day, then the next working day. French nationals coming back without work wait as well.',
      'Sans activité, le dossier part après plus de trois mois de vie en France : arrivée, plus trois mois de date à date, plus un jour, puis le jour ouvré suivant. Le retour d’un Français sans activité suit la même règle.',
    ),
    sources: ['css/D160-2', 'alliancesolidaire/affiliation'],
    makes: ['eligibility', 'warning:submitted_too_early', 'email:too_early'],
  },
  {
    id: 'permit_validated_first',
    area: 'when',
    title: words('Permit validated first', 'Le titre validé d’abord'),
    says: words(
      'A VLS-TS counts from the day on which it was validated online. Until then the file waits, and a later validation moves the first possible day.',
      'Un VLS-TS compte du jour de sa validation en ligne. D’ici là le dossier attend, et une validation tardive décale le premier jour possible.',
    ),
    sources: ['arrete/2017-05-10'],
    makes: ['eligibility', 'warning:permit_not_validated', 'warning:submitted_too_early'],
  },
  {
    id: 'work_opens_the_right',
    area: 'when',
    title: words('Work: from its first day', 'Le travail : dès le premier jour'),
    says: words(
      'Work in France, employed or not, opens the right from its first day, or from the arrival if that is later. There is no wait.',
      'Le travail en France, salarié ou non, ouvre le droit dès son premier jour, ou dès l’arrivée si elle est plus tardive. Il n’y a pas d’attente.',
    ),
    sources: ['welcometofrance/affiliation', 'ameli/ne-etranger'],
    makes: ['eligibility', 'warning:submitted_too_early'],
  },
  {
    id: 'studies_open_the_right',
    area: 'when',
    title: words('Students: online, whatever the age', 'Études : en ligne, à tout âge'),
    says: words(
      'Students file online, from the first day of their studies or their arrival. Over 28 the plan names the expert who says otherwise, and warns.',
      'Les étudiants déposent en ligne, dès le premier jour des études ou l’arrivée. Après 28 ans, le plan cite l’expert qui dit autre chose, et avertit.',
    ),
    sources: ['ameli/etudier-en-france', 'campusfrance/reforme-2018'],
    differs: ['students_over_28'],
    makes: ['eligibility', 'submit_online', 'warning:submitted_too_early'],
  },
  {
    id: 's1_no_wait',
    area: 'when',
    title: words('With an S1: from the arrival', 'Avec un S1 : dès l’arrivée'),
    says: words(
      'With an S1 another country pays: the file can be sent from the arrival. The same holds for job seekers of the EU whose home scheme still covers them.',
      'Avec un S1, un autre pays prend en charge : le dossier part dès l’arrivée. Il en va de même des demandeurs d’emploi de l’UE encore couverts chez eux.',
    ),
    sources: ['service-public/F12859', 'forum-ameli/2703700'],
    makes: ['eligibility', 'warning:submitted_too_early'],
  },
  {
    id: 'posted_no_wait',
    area: 'when',
    title: words('Posted workers: from the arrival', 'Détachement : dès l’arrivée'),
    says: words(
      'A posted worker stays insured at home and hands the S1 to the caisse of the home in France on arrival.',
      'En détachement, l’assurance reste au pays et le S1 se remet dès l’arrivée à la caisse du domicile en France.',
    ),
    sources: ['ameli/detachement'],
    makes: ['eligibility', 'warning:submitted_too_early'],
  },
  {
    id: 'family_no_wait',
    area: 'when',
    title: words('Joining an insured relative', 'Rejoindre un proche assuré'),
    says: words(
      'Family reunification takes the place of the three months: the file can be sent from the arrival. An adviser may choose this route by hand, and the plan then says that sources do not settle it.',
      'Le regroupement familial dispense des trois mois : le dossier part dès l’arrivée. Le conseiller peut choisir cette voie à la main ; le plan dit alors que les sources divergent.',
    ),
    sources: ['cpam67/residence', 'css/D160-2', 'forum-ameli/3425037'],
    differs: ['family_route'],
    makes: ['eligibility', 'warning:family_route_override', 'warning:submitted_too_early'],
  },
  {
    id: 'five_years',
    area: 'when',
    title: words('EU residents under five years', 'Résidents UE avant cinq ans'),
    says: words(
      'Without work, without an S1 and under five years in France, the caisse decides case by case. The file is sent after three months, and the plan says that the outcome is open.',
      'Sans activité, sans S1 et avant cinq ans en France, la caisse décide au cas par cas. Le dossier part après trois mois, et le plan dit que l’issue est ouverte.',
    ),
    sources: ['cleiss/resider-eee', 'forum-ameli/3425025', 'css/D160-2'],
    differs: ['eu_under_five'],
    makes: ['eligibility', 'warning:outcome_uncertain', 'warning:submitted_too_early'],
  },
  {
    id: 'european_card',
    area: 'when',
    title: words('A European card for the stay', 'Une carte européenne pour le séjour'),
    says: words(
      'A student or job seeker whose European card is valid for the stay files nothing. The situation is looked at again after twelve months.',
      'Étudiant ou demandeur d’emploi avec une carte européenne valable pour le séjour : rien à déposer. Un point est fait après douze mois.',
    ),
    sources: ['service-public/F675'],
    makes: ['eligibility', 'review_file:nothing_to_file', 'warning:submitted_too_early'],
  },
  {
    id: 'swiss_option',
    area: 'when',
    title: words('Swiss frontier: three months to choose', 'Frontaliers suisses : trois mois pour choisir'),
    says: words(
      'Whoever lives in France and works in Switzerland chooses the scheme within three months of work or arrival, once and for all; silence means the Swiss one. The form is posted 10 days before at the latest, and the alarm is raised on day 69.',
      'Qui habite en France et travaille en Suisse choisit son régime dans les trois mois du travail ou de l’arrivée, une fois pour toutes ; le silence vaut régime suisse. Le formulaire part au plus tard 10 jours avant, l’alerte vient au 69ᵉ jour.',
    ),
    sources: ['ameli/frontalier-suisse', 'frontaliers-grandest/option'],
    makes: [
      'eligibility',
      'deadline:swiss_option',
      'registered_post:option',
      'review_file:swiss_option',
      'email:option_ends_soon',
      'warning:submitted_too_early',
    ],
  },
  {
    id: 'contribution',
    area: 'when',
    title: words('A contribution since 2026', 'Une contribution depuis 2026'),
    says: words(
      'Since 1 January 2026 some residents without work from outside the EU may owe a contribution. The decree that fixes it was not found, so no amount is named.',
      'Depuis le 1ᵉʳ janvier 2026, des résidents hors UE sans activité peuvent devoir une contribution. Le décret qui la fixe n’a pas été trouvé : aucun montant n’est cité.',
    ),
    sources: ['css/L160-1-1'],
    makes: ['warning:contribution_possible'],
  },
  {
    id: 'day_unknown',
    area: 'when',
    title: words('When the first day is not known', 'Quand le premier jour n’est pas connu'),
    says: words(
      'A file that is complete but lacks the fact from which the right counts is reviewed 30 days later. The client is told what is missing.',
      'Un dossier complet mais sans le fait dont le droit se compte est revu 30 jours après. Le client sait ce qui manque.',
    ),
    sources: ['playbook'],
    makes: ['review_file:day_unknown'],
  },
  {
    id: 'caisse_of_the_home',
    area: 'caisse',
    title: words('The caisse of the home', 'La caisse du domicile'),
    says: words(
      'A file goes to the caisse of the home. Where a department has several the town decides, and where no filing address is known it is entered by hand: nothing is posted before.',
      'Le dossier va à la caisse du domicile. Si le département en compte plusieurs, la commune décide ; si aucune adresse n’est connue, elle est saisie à la main : rien ne part avant.',
    ),
    sources: ['dila/annuaire'],
    makes: ['caisse', 'choose_caisse', 'review_file:caisse_address'],
  },
  {
    id: 'caisse_language_assistants',
    area: 'caisse',
    title: words('Language assistants: Paris', 'Assistants de langue : Paris'),
    says: words(
      'With an arrêté de nomination the file goes to a desk of CPAM Paris, wherever the assistant lives.',
      'Avec un arrêté de nomination, le dossier va à un service de la CPAM de Paris, où que l’assistant habite.',
    ),
    sources: ['forum-ameli/3424984'],
    makes: ['caisse'],
  },
  {
    id: 'caisse_talent',
    area: 'caisse',
    title: words('“Talent” permits: Paris', 'Titres « talent » : Paris'),
    says: words(
      'With a “talent” permit the file goes to CPAM Paris for all of France, the family’s too.',
      'Avec un titre « talent », le dossier va à la CPAM de Paris pour toute la France, celui de la famille aussi.',
    ),
    sources: ['welcometofrance/affiliation'],
    makes: ['caisse'],
  },
  {
    id: 'caisse_students',
    area: 'caisse',
    title: words('Students: one site for France', 'Études : un site pour la France'),
    says: words(
      'Students choose no caisse: one site serves all of France. Once filed, the caisse of the home follows the file.',
      'Les étudiants ne choisissent pas de caisse : un site sert toute la France. Une fois déposé, le dossier relève de la caisse du domicile.',
    ),
    sources: ['ameli/etudier-en-france'],
    makes: ['caisse'],
  },
  {
    id: 'moved',
    area: 'caisse',
    title: words('A move after sending', 'Un déménagement après l’envoi'),
    says: words(
      'A new department after the file was sent is looked at by a person the next working day. A caisse that is not the right one must pass the file on.',
      'Un nouveau département après l’envoi est examiné par une personne le jour ouvré suivant. Une caisse qui n’est pas la bonne doit transmettre le dossier.',
    ),
    sources: ['service-public/F32388'],
    makes: ['review_file:moved'],
  },
  {
    id: 'other_category',
    area: 'caisse',
    title: words('Another category after sending', 'Une autre catégorie après l’envoi'),
    says: words(
      'Whoever changes category after the file was sent may hold a right on other grounds: a person looks at it the next working day. The file never goes back to gathering by itself.',
      'Qui change de catégorie après l’envoi peut tenir son droit d’une autre base : une personne l’examine le jour ouvré suivant. Le dossier ne revient jamais de lui-même aux pièces.',
    ),
    sources: ['css/D160-2'],
    makes: ['review_file:category'],
  },
];
