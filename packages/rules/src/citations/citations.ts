import type { Day } from '../calendar/days.ts';
import type { Words } from '../vocabulary.ts';

/** Where a rule stands in public. Every task, deadline, paper and warning names one of these. */
export type Citation = {
  title: string;
  address: string;
  publisher: string;
  /** The day on which we read it. All were read as stored copies. */
  readOn: Day;
  /** The date that the source itself carries, where it has one (a year, a month or a day). */
  dated: string | null;
  /** seen: the source says it. inferred: it follows from the source. secondary: only a report of the rule was seen. */
  confidence: 'seen' | 'inferred' | 'secondary';
  /** What we take from it. */
  says: Words;
  /** Which other source says otherwise; the rule that cites this one says which we follow. */
  conflictsWith?: readonly string[];
};

// The copies were gathered together, up to this day; `dated` tells how old each was by then.
const READ_ON = '2026-09-13' as Day;
const cite = (
  publisher: string,
  title: string,
  address: string,
  dated: string | null,
  confidence: Citation['confidence'],
  en: string,
  fr: string,
  conflictsWith?: readonly string[],
): Citation => ({
  title,
  address,
  publisher,
  readOn: READ_ON,
  dated,
  confidence,
  says: { en, fr },
  ...(conflictsWith && { conflictsWith }),
});

const SERVICE_PUBLIC = 'Service-public.fr (DILA)';
const AMELI = 'Assurance Maladie (ameli.fr)';
const FORUM = 'Assurance Maladie (forum, ameli experts)';

export const CITATIONS = {
  playbook: cite(
    'Suivi',
    'The playbook of the agency',
    'suivi:playbook',
    null,
    'seen',
    'A period of courtesy that the agency chooses; no law fixes it.',
    'Un délai d’usage choisi par le cabinet ; aucun texte ne le fixe.',
  ),

  'css/L160-1-1': cite(
    'Légifrance, by way of Leaving America',
    'Code de la sécurité sociale, article L. 160-1-1 (law 2025-1403 of 30 December 2025, article 53)',
    'https://substack.com/@leavingamerica/note/c-193840577',
    '2026-01-01',
    'secondary',
    'From 1 January 2026 some residents without work owe a contribution; a decree, not found yet, fixes it.',
    'Depuis le 1ᵉʳ janvier 2026, certains résidents sans activité doivent une contribution, qu’un décret non trouvé fixera.',
  ),
  'css/D160-2': cite(
    'Tricoteuses Légifrance',
    'Code de la sécurité sociale, article D. 160-2 (earlier version)',
    'https://legal.tricoteuses.fr/articles/LEGIARTI000031805896',
    '2016',
    'seen',
    'Residence is stable after more than three months without a break; family reunification needs no wait.',
    'La résidence est stable au-delà de trois mois ininterrompus ; le regroupement familial en dispense.',
  ),
  'arrete/2017-05-10': cite(
    'Légifrance',
    'Arrêté du 10 mai 2017, titles that show regular residence',
    'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000034677457',
    '2024-03-19',
    'seen',
    'The list of permits that count; a VLS-TS counts once it has been validated.',
    'La liste des titres admis ; un VLS-TS compte une fois validé.',
  ),

  'ameli/ne-etranger': cite(
    AMELI,
    'Né à l’étranger : demander un numéro de sécurité sociale',
    'https://www.ameli.fr/assure/droits-demarches/europe-international/protection-sociale-france/ne-etranger-demander-numero-securite-sociale',
    '2025-04-14',
    'seen',
    'What a first file holds; the waiting number lasts nine months; the account needs the permanent one.',
    'Ce que contient un premier dossier ; le numéro d’attente vaut neuf mois ; le compte demande le définitif.',
  ),
  'ameli/etudier-en-france': cite(
    AMELI,
    'Vous venez étudier en France',
    'https://www.ameli.fr/assure/droits-demarches/europe-international/protection-sociale-france/vous-venez-etudier-en-france',
    '2018-06-27',
    'seen',
    'Foreign students register online, on the site made for them, with these papers.',
    'Les étudiants étrangers s’inscrivent en ligne, sur le site prévu pour eux, avec ces pièces.',
  ),
  'ameli/detachement': cite(
    AMELI,
    'Travailleur en détachement en France',
    'https://www.ameli.fr/assure/droits-demarches/europe-international/protection-sociale-france/travailleur-detachement-france',
    null,
    'seen',
    'A posted worker hands the S1 to the caisse of the home on arrival and keeps the A1 at hand.',
    'Le travailleur détaché remet son S1 à la caisse du domicile à l’arrivée et garde l’A1 à disposition.',
  ),
  'ameli/frontalier-suisse': cite(
    AMELI,
    'Travailleur frontalier en Suisse',
    'https://www.ameli.fr/assure/droits-demarches/europe-international/travailleur-frontalier-suisse',
    '2017-07-20',
    'seen',
    'The choice of scheme is made within three months, once and for all; silence means the Swiss scheme.',
    'Le choix du régime se fait dans les trois mois, une fois pour toutes ; le silence vaut régime suisse.',
  ),
  'ameli/mediateur': cite(
    AMELI,
    'Saisir le médiateur',
    'https://www.ameli.fr/assure/droits-demarches/reclamation-mediation-voies-de-recours/saisir-mediateur',
    '2021-03-22',
    'seen',
    'The mediator takes up what a complaint did not settle, free of charge, and suspends the time to appeal meanwhile.',
    'Le médiateur reprend ce qu’une réclamation n’a pas réglé, gratuitement, et suspend le délai de recours.',
  ),

  'forum-ameli/3425037': cite(
    FORUM,
    'Registration of non-EU nationals',
    'https://forum-assures.ameli.fr/questions/3425037',
    null,
    'seen',
    'Papers of a non-EU national, the marriage certificate among them; sworn translations are still asked for.',
    'Pièces d’une personne hors UE, dont l’acte de mariage ; la traduction assermentée reste demandée.',
    ['ulys/736', 'relocation-luxembourg/736'],
  ),
  'forum-ameli/3425025': cite(
    FORUM,
    'Registration of EU nationals without work',
    'https://forum-assures.ameli.fr/questions/3425025',
    null,
    'seen',
    'An EU national without work shows three months of residence and, under five years, that no S1 is given.',
    'Une personne de l’UE sans activité montre trois mois de résidence et, avant cinq ans, le refus d’un S1.',
  ),
  'forum-ameli/3424984': cite(
    FORUM,
    'Registration of language assistants',
    'https://forum-assures.ameli.fr/questions/3424984',
    null,
    'seen',
    'With an arrêté de nomination the file goes to CPAM Paris, wherever the assistant lives.',
    'Avec un arrêté de nomination, le dossier va à la CPAM de Paris, où que l’assistant habite.',
  ),
  'forum-ameli/3424426': cite(
    FORUM,
    'Registration of the self-employed',
    'https://forum-assures.ameli.fr/questions/3424426',
    null,
    'seen',
    'The self-employed who were not registered by themselves file with proof of their activity.',
    'L’indépendant qui n’a pas été affilié d’office dépose un dossier avec la preuve de son activité.',
  ),
  'forum-ameli/2703700': cite(
    FORUM,
    'Registration of EU job seekers',
    'https://forum-assures.ameli.fr/questions/2703700',
    null,
    'seen',
    'Somebody from the EU who does not work brings the S1 of the home scheme and proof of address.',
    'Une personne de l’UE sans emploi apporte le S1 de son régime et un justificatif de domicile.',
  ),

  'service-public/F34308': cite(
    SERVICE_PUBLIC,
    'Assurance maladie : forms and numbers (F34308)',
    'https://www.service-public.fr/particuliers/vosdroits/F34308',
    '2019-02-04',
    'seen',
    'The form is S1106 (Cerfa 15763); 3646 answers from Monday to Friday.',
    'Le formulaire est le S1106 (Cerfa 15763) ; le 3646 répond du lundi au vendredi.',
  ),
  'service-public/F13842': cite(
    SERVICE_PUBLIC,
    'Titre de séjour et assurance maladie (F13842)',
    'https://www.service-public.fr/particuliers/vosdroits/F13842',
    '2020-07-23',
    'seen',
    'Nationals of the EU, the EEA and Switzerland need no permit; others need one in force.',
    'Les ressortissants de l’UE, de l’EEE et de la Suisse n’ont pas besoin de titre ; les autres, oui.',
  ),
  'service-public/F12859': cite(
    SERVICE_PUBLIC,
    'S1 and moves within Europe (F12859)',
    'https://www.service-public.fr/particuliers/vosdroits/F12859',
    '2019-03-08',
    'seen',
    'With an S1, another country pays; it is handed to the caisse of the home.',
    'Avec un S1, un autre pays prend en charge ; il se remet à la caisse du domicile.',
  ),
  'service-public/F675': cite(
    SERVICE_PUBLIC,
    'Sécurité sociale de l’étudiant (F675)',
    'https://www.service-public.fr/particuliers/vosdroits/F675',
    '2019-11-01',
    'seen',
    'With a European card valid for the stay, a student has nothing to file.',
    'Avec une carte européenne valable pour le séjour, l’étudiant n’a rien à déposer.',
  ),
  'service-public/F16467': cite(
    'Service-public.fr (DILA), municipal copy of Mus',
    'Numéro de sécurité sociale (F16467)',
    'https://www.service-public.fr/particuliers/vosdroits/F16467',
    '2022-03-08',
    'seen',
    'A translation is needed unless the paper comes from the EEA or Switzerland, or a treaty exempts it.',
    'Une traduction est requise, sauf acte de l’EEE ou de la Suisse, ou exemption par traité.',
    ['ulys/736', 'relocation-luxembourg/736'],
  ),
  'service-public/F1402': cite(
    SERVICE_PUBLIC,
    'Légalisation et apostille (F1402)',
    'https://www.service-public.fr/particuliers/vosdroits/F1402',
    '2020-01-28',
    'seen',
    'Apostille or legalisation depends on the issuing country; papers of the EU need neither.',
    'Apostille ou légalisation selon le pays qui a établi l’acte ; les actes de l’UE en sont dispensés.',
  ),
  'service-public/F16620': cite(
    'Service-public.fr (DILA), municipal copy of Saint-Méen-le-Grand and Montauban-de-Bretagne',
    'Rattachement d’un enfant (F16620)',
    'https://www.service-public.fr/particuliers/vosdroits/F16620',
    '2024-11-13',
    'seen',
    'A child is attached with form S3705 and the family book or a birth certificate.',
    'Un enfant se rattache avec le formulaire S3705 et le livret de famille ou un acte de naissance.',
  ),
  'service-public/F265': cite(
    SERVICE_PUBLIC,
    'Carte Vitale (F265)',
    'https://www.service-public.fr/particuliers/vosdroits/F265',
    '2020-10-14',
    'seen',
    'The card comes about two weeks after an order online, three by post; it asks for a photo, from 16 on.',
    'La carte arrive environ deux semaines après une commande en ligne, trois par la poste ; avec photo, dès 16 ans.',
  ),
  'service-public/F32388': cite(
    SERVICE_PUBLIC,
    'Silence de l’administration (F32388)',
    'https://www.service-public.fr/particuliers/vosdroits/F32388',
    '2019-09-23',
    'seen',
    'Two months’ silence settles a request; for financial ones it is a rejection. A caisse lists what is missing.',
    'Deux mois de silence valent décision ; rejet pour les demandes financières. La caisse liste les pièces manquantes.',
  ),
  'service-public/F2500': cite(
    SERVICE_PUBLIC,
    'Litiges avec la sécurité sociale (F2500)',
    'https://www.service-public.fr/particuliers/vosdroits/F2500',
    '2019-05-28',
    'seen',
    'Two months to appeal to the commission; its silence for two months is a rejection; then the court.',
    'Deux mois pour saisir la commission ; son silence de deux mois vaut rejet ; ensuite, le tribunal.',
  ),

  'cleiss/resider-eee': cite(
    'Cleiss',
    'Résider en France : EEE et Suisse',
    'https://www.cleiss.fr/particuliers/venir/resider/eee_cmu.html',
    null,
    'seen',
    'Without work and under five years of residence, the caisse examines means and cover case by case.',
    'Sans activité et avant cinq ans de résidence, la caisse examine ressources et couverture au cas par cas.',
  ),
  'c2s/resider-en-france': cite(
    'Complémentaire santé solidaire',
    'Résider en France de façon stable et régulière',
    'https://www.complementaire-sante-solidaire.gouv.fr/resider-en-france-stable-regulier.php',
    '2018-12-11',
    'seen',
    'Stable residence is shown by any means: a lease, three rent receipts in a row or two bills in a row.',
    'La résidence stable se prouve par tout moyen : bail, trois quittances ou deux factures successives.',
  ),
  'campusfrance/301673': cite(
    'Campus France',
    'Sécurité sociale des étudiants internationaux',
    'https://www.campusfrance.org/fr/node/301673',
    null,
    'seen',
    'Which papers the student site asks for; translations of non-EU students, and of Greek and Bulgarian papers.',
    'Pièces demandées par le site étudiant ; traductions hors UE, et des actes grecs et bulgares.',
  ),
  'welcometofrance/affiliation': cite(
    'Welcome to France (Business France)',
    'S’affilier au régime social français',
    'https://www.welcometofrance.com/fiche/saffilier-au-regime-social-francais',
    null,
    'seen',
    'Work opens the right from its first day; “passeport talent” files go to CPAM Paris for all of France.',
    'Le travail ouvre le droit dès le premier jour ; les dossiers « passeport talent » vont à la CPAM de Paris.',
  ),
  'cpam67/residence': cite(
    'CPAM du Bas-Rhin (social workers’ pages)',
    'L’affiliation sur critère de résidence',
    'https://www.cpam67-ts.fr/laffiliation-sur-critere-de-residence',
    null,
    'seen',
    'Family reunification takes the place of the three months of residence.',
    'Le regroupement familial dispense des trois mois de résidence.',
  ),
  'ulys/736': cite(
    'Espace Ulys, by way of Doczz',
    'Demande d’ouverture des droits (no. 736)',
    'https://doczz.fr/doc/6459181',
    '2016',
    'seen',
    'An older list of twenty languages of which CPAM asked for no translation, English among them.',
    'Une ancienne liste de vingt langues dispensées de traduction par la CPAM, dont l’anglais.',
    ['service-public/F16467', 'forum-ameli/3425037'],
  ),
  'relocation-luxembourg/736': cite(
    'Relocation Luxembourg',
    'Sécurité sociale française : du changement',
    'https://www.relocation-luxembourg.fr/Securite-sociale-franaise--du-changement',
    '2018-02-08',
    'secondary',
    'Papers in those languages no longer need a translation, it says.',
    'Les actes dans ces langues n’auraient plus besoin de traduction.',
    ['service-public/F16467'],
  ),
  'form/S1106': cite(
    'Assurance Maladie, by way of fill.io',
    'Application for membership in the French health care system (S1106, English guide version 15993*01)',
    'https://fill.io/in-de-permettre-votre-affiliation',
    null,
    'seen',
    'The form itself: what goes with it, and that members of another scheme file an S1 instead.',
    'Le formulaire lui-même : ses pièces, et que les assurés d’un autre régime remettent un S1 à la place.',
    ['ameli/ne-etranger'],
  ),
  'pvtistes/acte-de-naissance': cite(
    'PVTistes.net',
    'Acte de naissance : traduction, apostille',
    'https://pvtistes.net',
    null,
    'secondary',
    'Which countries’ certificates take an apostille, and which a legalisation.',
    'Les pays dont les actes portent une apostille, et ceux dont ils sont légalisés.',
  ),
  'frontaliers-grandest/option': cite(
    'Frontaliers Grand Est',
    'Assurance maladie des frontaliers suisses',
    'https://www.frontaliers-grandest.eu',
    '2024-05-03',
    'secondary',
    'Since July 2018 the option form is enough: no S1106 beside it.',
    'Depuis juillet 2018, le formulaire d’option suffit : pas de S1106 en plus.',
  ),
  'dila/annuaire': cite(
    'DILA, Annuaire de l’administration (Licence Ouverte)',
    'Caisses primaires d’assurance maladie, postal addresses',
    'https://api-lannuaire.service-public.fr/api/explore/v2.1/catalog/datasets/api-lannuaire-administration/records',
    '2026-09-13',
    'seen',
    'Name and postal address of the caisse of each department.',
    'Nom et adresse postale de la caisse de chaque département.',
  ),
  'laposte/recommande': cite(
    'Nubiz',
    'Lettre recommandée : délai de garde',
    'https://www.nubiz.fr',
    null,
    'secondary',
    'A registered letter waits fifteen days at the post office, then goes back to its sender.',
    'Une lettre recommandée attend quinze jours au bureau de poste, puis revient à l’expéditeur.',
  ),
  'upu/S10': cite(
    'jkeen/tracking_number_data',
    'UPU S10 tracking numbers',
    'https://github.com/jkeen/tracking_number_data/blob/main/couriers/s10.json',
    '2026-08-17',
    'seen',
    'How the check digit of a tracking number is made.',
    'Comment se calcule la clé d’un numéro de suivi.',
  ),
  'selectra/S3704': cite(
    'Selectra',
    'Médecin traitant : formulaire S3704',
    'https://selectra.info',
    null,
    'secondary',
    'From 16 on, a doctor is declared online by the doctor, or with form S3704, signed by both.',
    'Dès 16 ans, le médecin se déclare en ligne par lui, ou par le formulaire S3704, signé des deux.',
  ),
} as const satisfies Record<string, Citation>;

/** A rule that names a source we do not have does not compile. */
export type SourceId = keyof typeof CITATIONS;

/** The citation behind an id. */
export const citation = (id: SourceId): Citation => CITATIONS[id];
