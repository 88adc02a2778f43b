import type { SourceId } from '../citations/citations.ts';
import { CHILD_RULES } from '../documents/family.ts';
import { documentName } from '../documents/names.ts';
import { DOCUMENT_RULES } from '../documents/needs.ts';
import type { DocumentCode, Words } from '../vocabulary.ts';
import { words, type Made, type Rule } from './rule.ts';

/** What the rule of a paper says in short, and where it stands beside the source of the rule itself. */
type Short = {
  says: Words;
  title?: Words;
  beside?: readonly SourceId[];
  differs?: Rule['differs'];
  categories?: Rule['categories'];
};

/** All papers of a file with a European card for the stay. */
const NO_FILE: SourceId = 'service-public/F675';

/** One for each paper of the vocabulary: the type asks for them all. */
const PAPERS: Record<DocumentCode, Short> = {
  application_form: {
    title: words('Form S1106, formerly “736”', 'Formulaire S1106, l’ancien « 736 »'),
    says: words(
      'Every file sent by post holds form S1106, dated and signed; students file online and posted workers hand in an S1 instead. Frontier workers send the option form, and children are added with S3705.',
      'Tout dossier envoyé par la poste contient le S1106, daté et signé ; les étudiants déposent en ligne et les détachés remettent un S1. Les frontaliers envoient le formulaire d’option, les enfants s’ajoutent avec le S3705.',
    ),
    beside: [
      'service-public/F34308',
      'ameli/frontalier-suisse',
      'form/S1106',
      'ameli/etudier-en-france',
      'service-public/F16620',
    ],
    differs: ['form_736', 's1106_with_s1', 'students_over_28'],
  },
  identity: {
    says: words(
      'A passport or identity card, valid on the day of sending, is in every file. For frontier workers the sources name the option form alone.',
      'Un passeport ou une carte d’identité en cours de validité figure dans tout dossier. Pour les frontaliers, les sources ne citent que le formulaire d’option.',
    ),
    beside: ['ameli/frontalier-suisse'],
  },
  residence_permit: {
    says: words(
      'Nationals from outside the EU, the EEA and Switzerland show a title in force. A VLS-TS counts only once it has been validated online.',
      'Hors UE, EEE et Suisse, un titre en cours de validité est demandé. Un VLS-TS ne compte qu’une fois validé en ligne.',
    ),
    beside: ['service-public/F13842', 'ameli/frontalier-suisse', 'ameli/detachement'],
  },
  birth_certificate: {
    says: words(
      'Whoever was born abroad and never had a French number sends a birth certificate with the parents’ names: the permanent number is made from it. The file waits for it, unless the playbook lets it follow.',
      'Toute personne née à l’étranger et sans ancien numéro envoie un acte de naissance avec filiation : le numéro définitif s’établit à partir de lui. Le dossier l’attend, sauf réglage contraire.',
    ),
    differs: ['certificate_age'],
  },
  birth_certificate_translation: {
    title: words('Translation of a birth certificate', 'Traduction de l’acte de naissance'),
    says: words(
      'A sworn translation is asked for when the certificate is not in French and was issued outside the EEA and Switzerland. For languages of an older CPAM list, English among them, the plan says that none was asked for then.',
      'Une traduction assermentée est demandée si l’acte n’est pas en français et vient de hors de l’EEE et de la Suisse. Pour les langues d’une ancienne liste CPAM, dont l’anglais, le plan dit qu’elle en dispensait.',
    ),
    beside: ['campusfrance/301673', 'forum-ameli/3425037', 'forum-ameli/1696940'],
    differs: ['translation', 'translation_students'],
  },
  apostille: {
    says: words(
      'An apostille or a legalisation is asked for by the country that issued the certificate; papers of the EU need neither. Where the treaty is not known to us, it may be asked for and holds nothing back.',
      'Apostille ou légalisation selon le pays qui a établi l’acte ; les actes de l’UE en sont dispensés. Si la convention ne nous est pas connue, elle est possible et ne bloque rien.',
    ),
    beside: ['pvtistes/acte-de-naissance', 'campusfrance/301673'],
  },
  rib: {
    says: words(
      'Bank details in the applicant’s own name are in every file: refunds go there. A foreign account is accepted from students.',
      'Un RIB au nom du demandeur figure dans tout dossier : les remboursements y vont. Un compte étranger est accepté pour les études.',
    ),
    beside: ['campusfrance/301673', 'ameli/frontalier-suisse'],
  },
  proof_of_address: {
    says: words(
      'S1 holders, job seekers and language assistants show their address, which says where the file belongs. No list asks it of the others.',
      'Les titulaires d’un S1, les demandeurs d’emploi et les assistants de langue justifient leur adresse, qui désigne la caisse. Aucune liste ne le demande aux autres.',
    ),
    beside: ['forum-ameli/3424984', 'ameli/frontalier-suisse', 'ameli/ne-etranger'],
  },
  proof_of_stable_residence: {
    says: words(
      'Without work, the right rests on more than three months of residence, shown by a lease, three rent receipts or two bills in a row. It is asked for from 15 days before the first possible day, since it cannot exist sooner.',
      'Sans activité, le droit repose sur plus de trois mois de résidence : bail, trois quittances ou deux factures de suite. La preuve est demandée 15 jours avant le premier jour possible : elle ne peut exister plus tôt.',
    ),
    beside: [
      'forum-ameli/3425025',
      'cpam67/residence',
      'welcometofrance/affiliation',
      'css/D160-2',
      'service-public/F12859',
    ],
  },
  employment_contract: {
    categories: ['employee'],
    says: words(
      'An employee shows the contract or a pay slip: work opens the right from its first day.',
      'Une personne salariée montre le contrat ou un bulletin de salaire : le travail ouvre le droit dès le premier jour.',
    ),
    beside: ['ameli/frontalier-suisse'],
  },
  business_registration: {
    categories: ['self_employed'],
    says: words(
      'The self-employed whose registration did not follow by itself show the notice from INSEE or URSSAF, or the Kbis.',
      'En activité indépendante, si l’affiliation n’a pas suivi d’office, l’avis INSEE ou URSSAF, ou le Kbis, établit l’activité.',
    ),
  },
  nomination_order: {
    says: words(
      'A language assistant with an arrêté de nomination sends it: the file goes to the desk in Paris.',
      'Un assistant de langue joint son arrêté de nomination : le dossier va au service parisien.',
    ),
  },
  enrolment_certificate: {
    categories: ['student'],
    says: words(
      'A student shows the certificate or student card of the current year.',
      'Les études se montrent par le certificat ou la carte d’étudiant de l’année.',
    ),
  },
  s1_form: {
    says: words(
      'Whoever is covered by another country’s scheme hands in its S1, one for each person: pensioners, posted workers, job seekers from the EU.',
      'Qui relève du régime d’un autre pays remet son S1, un par personne : retraités, détachés, demandeurs d’emploi de l’UE.',
    ),
    beside: ['ameli/detachement', 'forum-ameli/2703700', 'frontaliers-grandest/option'],
  },
  s1_refusal: {
    says: words(
      'An EU resident without work, under five years in France, shows that the country left gives no S1. French nationals coming back are not asked for it.',
      'Une personne de l’UE sans activité, avant cinq ans en France, montre que le pays quitté ne délivre pas de S1. Ce n’est pas demandé au retour d’un Français.',
    ),
    differs: ['eu_under_five'],
  },
  a1_certificate: {
    categories: ['posted_worker'],
    says: words(
      'A posted worker keeps the A1 that the employer obtained, and shows it when asked.',
      'En détachement, l’A1 obtenu par l’employeur se garde et se présente sur demande.',
    ),
  },
  ehic: {
    says: words(
      'A student or job seeker with a European card valid for the stay has nothing to file. A copy of the card shows it.',
      'Étudiant ou demandeur d’emploi avec une carte européenne valable pour le séjour : rien à déposer. Une copie de la carte le montre.',
    ),
  },
  means_and_cover: {
    says: words(
      'Under five years without work, CPAM usually looks at means and cover, case by case; an EU student without a European card states the means.',
      'Avant cinq ans sans activité, la CPAM examine souvent ressources et couverture ; un étudiant de l’UE sans carte européenne déclare ses ressources.',
    ),
    beside: ['campusfrance/301673'],
    differs: ['eu_under_five'],
  },
  marriage_certificate: {
    says: words(
      'A married resident without work sends the marriage certificate, and so does a spouse who joins an insured relative.',
      'Une personne mariée sans activité envoie l’acte de mariage, de même qu’un conjoint qui rejoint un assuré.',
    ),
  },
  family_reunification_proof: {
    says: words(
      'Proof of family reunification takes the place of the three months. When the family route is the adviser’s choice, it may be asked for.',
      'La preuve du regroupement familial remplace les trois mois. Si la voie familiale est choisie à la main, elle peut être demandée.',
    ),
    differs: ['family_route'],
  },
  relative_attestation: {
    says: words(
      'Whoever joins an insured relative sends that relative’s attestation, with rights open today.',
      'Qui rejoint un proche assuré envoie l’attestation de ce proche, droits ouverts à ce jour.',
    ),
    differs: ['family_route'],
  },
  child_birth_certificate: {
    says: words(
      'Each child under 18 is linked to the parents by a birth certificate, the family book or a guardianship paper. Minors do not wait for three months.',
      'Chaque enfant mineur se rattache par un acte de naissance, le livret de famille ou une tutelle. Les mineurs n’attendent pas trois mois.',
    ),
  },
  child_identity: {
    says: words(
      'A child born abroad sends a passport or card of their own.',
      'Un enfant né à l’étranger envoie son propre passeport ou sa carte.',
    ),
    beside: ['forum-ameli/3425037'],
  },
  photo: {
    says: words(
      'A photo goes on the card: CPAM asks for it once the permanent number is there, and nothing waits for it.',
      'Une photo figure sur la carte : la CPAM la demande une fois le numéro définitif attribué, et rien ne l’attend.',
    ),
  },
  gp_declaration: {
    says: words(
      'A doctor is declared online by the doctor, or with form S3704 signed by both. It is optional, and visits are then better refunded.',
      'Le médecin se déclare lui-même en ligne, ou par le S3704 signé des deux. C’est facultatif, et les visites sont mieux remboursées.',
    ),
  },
};

/** The rules of the papers: name and first source come from the rule that decides. */
export const documentRules: readonly Rule[] = DOCUMENT_RULES.map(({ document, source }): Rule => {
  const { says, title = documentName[document], beside = [], differs, categories } = PAPERS[document];
  const forChildren = CHILD_RULES.filter((rule) => rule.document === document).map((rule) => rule.source);
  const made: Made = `document:${document}`;
  return {
    id: document,
    area: 'documents',
    title,
    says,
    sources: [source, ...new Set([...beside, ...forChildren, NO_FILE].filter((other) => other !== source))],
    ...(differs && { differs }),
    ...(categories && { categories }),
    makes: [made],
  };
});
