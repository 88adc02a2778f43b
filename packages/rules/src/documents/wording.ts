import type { Category, DocumentCode, Fault, Words } from '../vocabulary.ts';
import { documentName, nameOf } from './names.ts';

/** What a client reads about a paper: its name, what it must show, why it is asked for, what was wrong with it. */
export type DocumentText = {
  name: Words;
  mustShow: Words;
  whyAsked: Words;
  /** A line for each fault; where the paper has none of its own, the general one. */
  faults: Record<Fault, Words>;
};

const words = (en: string, fr: string): Words => ({ en, fr });

/** For a fault that the paper has no line for. */
export const generalFaults: Record<Fault, Words> = {
  incomplete: words('A part is missing or cannot be read.', 'Une partie manque ou ne se lit pas.'),
  incorrect: words('This is not the paper we need.', 'Ce n’est pas le document attendu.'),
  outdated: words('It is no longer valid.', 'Il n’est plus valable.'),
};

const PAPERS: Record<DocumentCode, Omit<DocumentText, 'name'>> = {
  application_form: {
    mustShow: words(
      'Every page, filled in, dated and signed by you.',
      'Toutes les pages, remplies, datées et signées par vous.',
    ),
    whyAsked: words('It is the request itself.', 'C’est la demande elle-même.'),
    faults: {
      ...generalFaults,
      incomplete: words(
        'A page, the day or your signature is missing: complete it and send every page.',
        'Il manque une page, la date ou votre signature : complétez-le et renvoyez toutes les pages.',
      ),
      incorrect: words(
        'This is another form: use the one on your page.',
        'C’est un autre formulaire : utilisez celui de votre page.',
      ),
      outdated: words(
        'What it says is no longer true for you: fill in a new one.',
        'Ce qu’il indique a changé pour vous : remplissez-en un nouveau.',
      ),
    },
  },
  identity: {
    mustShow: words(
      'The page with your photo (both sides of a card), legible, valid on the day of sending.',
      'La page avec votre photo (recto et verso d’une carte), lisible, en cours de validité le jour de l’envoi.',
    ),
    whyAsked: words('CPAM must know who asks.', 'La CPAM doit savoir qui fait la demande.'),
    faults: {
      ...generalFaults,
      incomplete: words(
        'The whole page cannot be read: photograph it flat, with its four corners.',
        'La page ne se lit pas en entier : photographiez-la à plat, avec ses quatre coins.',
      ),
      incorrect: words(
        'We need a passport or an identity card in your own name.',
        'Il faut un passeport ou une carte d’identité à votre nom.',
      ),
      outdated: words(
        'It must be valid on the day of sending: send the new one.',
        'Il doit être valable le jour de l’envoi : envoyez le nouveau.',
      ),
    },
  },
  residence_permit: {
    mustShow: words(
      'Both sides, valid today; for a long-stay visa used as a permit (VLS-TS), its online validation too.',
      'Recto et verso, valable aujourd’hui ; pour un visa long séjour valant titre de séjour (VLS-TS), aussi sa validation en ligne.',
    ),
    whyAsked: words(
      'For nationals from outside the EU, the right to stay is part of the right to cover.',
      'Pour les personnes hors UE, le droit au séjour conditionne le droit à la couverture.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'Send both sides and, for a VLS-TS, the proof that it was validated online.',
        'Envoyez recto et verso et, pour un VLS-TS, la preuve de sa validation en ligne.',
      ),
      incorrect: words(
        'This paper does not show a right to stay: send the visa, card or receipt in force.',
        'Ce document ne prouve pas le droit au séjour : envoyez le visa, la carte ou le récépissé en cours.',
      ),
      outdated: words(
        'It has ended: send the new permit or the renewal receipt.',
        'Il a pris fin : envoyez le nouveau titre ou le récépissé de renouvellement.',
      ),
    },
  },
  birth_certificate: {
    mustShow: words(
      'Full copy, or extract with parents: day and place of birth, sex, both parents’ names.',
      'Copie intégrale, ou extrait avec filiation : date et lieu de naissance, sexe, noms des parents.',
    ),
    whyAsked: words('Your permanent number is made from it.', 'Votre numéro définitif s’établit à partir de lui.'),
    faults: {
      ...generalFaults,
      incomplete: words(
        'This is the short form: ask the registry for the full copy, with both parents’ names.',
        'C’est la forme abrégée : demandez à l’état civil la copie intégrale, avec les noms des parents.',
      ),
      incorrect: words(
        'This is not a civil-status paper with day, place and parents: ask the registry of your birthplace.',
        'Ce n’est pas un acte avec date, lieu et filiation : demandez-le à l’état civil de votre lieu de naissance.',
      ),
      outdated: words(
        'This copy is old. No age limit is known to us, but a recent copy avoids a question.',
        'Cette copie est ancienne. Nous ne connaissons pas de limite d’âge, mais une copie récente évite une question.',
      ),
    },
  },
  birth_certificate_translation: {
    mustShow: words(
      'The whole certificate in French, with the translator’s stamp and signature.',
      'L’acte entier en français, avec le cachet et la signature du traducteur.',
    ),
    whyAsked: words(
      'A certificate from outside the EEA and not in French needs one; some caisses ask for less.',
      'Un acte établi hors de l’EEE et non rédigé en français en demande une ; certaines caisses demandent moins.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'A page, or the translator’s stamp and signature, is missing.',
        'Il manque une page, ou le cachet et la signature du traducteur.',
      ),
      incorrect: words(
        'It must come from a sworn translator on a French court of appeal’s list, or from a consulate.',
        'Elle doit venir d’un traducteur inscrit sur la liste d’une cour d’appel française, ou d’un consulat.',
      ),
    },
  },
  apostille: {
    mustShow: words(
      'The stamp of the country that issued the certificate, on it or attached to it.',
      'Le cachet du pays qui a établi l’acte, apposé dessus ou joint.',
    ),
    whyAsked: words('It shows that the certificate is genuine.', 'Elle atteste que l’acte est authentique.'),
    faults: {
      ...generalFaults,
      incomplete: words(
        'The stamp cannot be read in full, or is not attached to the certificate.',
        'Le cachet ne se lit pas en entier, ou n’est pas joint à l’acte.',
      ),
      incorrect: words(
        'It must belong to this certificate and come from the country that issued it.',
        'Elle doit porter sur cet acte et venir du pays qui l’a établi.',
      ),
    },
  },
  rib: {
    mustShow: words(
      'Your own name, the IBAN and the bank, in full.',
      'Votre propre nom, l’IBAN et la banque, en entier.',
    ),
    whyAsked: words(
      'CPAM pays refunds to this account, and ameli asks that it be known.',
      'La CPAM y verse les remboursements, et ameli demande qu’il soit connu.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'Name, IBAN and bank must all be on one page.',
        'Nom, IBAN et banque doivent figurer sur la même page.',
      ),
      incorrect: words('The account must be in your own name.', 'Le compte doit être à votre propre nom.'),
      outdated: words(
        'This account is closed or changed: send the present one.',
        'Ce compte a changé ou est fermé : envoyez l’actuel.',
      ),
    },
  },
  proof_of_address: {
    mustShow: words('Your name and your present address in France.', 'Votre nom et votre adresse actuelle en France.'),
    whyAsked: words('It shows which caisse you belong to.', 'Il indique de quelle caisse vous dépendez.'),
    faults: {
      ...generalFaults,
      incomplete: words('Name and whole address must be legible.', 'Le nom et l’adresse entière doivent se lire.'),
      incorrect: words(
        'It is in another name, or for another address.',
        'Il est à un autre nom, ou pour une autre adresse.',
      ),
      outdated: words(
        'It shows a former address or an old date: send a recent one.',
        'Il indique une ancienne adresse ou une date ancienne : envoyez-en un récent.',
      ),
    },
  },
  proof_of_stable_residence: {
    mustShow: words(
      'Your name, and one of: a lease older than three months, three rent receipts in a row, two electricity, gas or telephone bills in a row.',
      'Votre nom et, au choix : un bail de plus de trois mois, trois quittances de loyer successives, deux factures successives d’électricité, de gaz ou de téléphone.',
    ),
    whyAsked: words(
      'Without work, the right rests on more than three months of residence.',
      'Sans activité, le droit repose sur plus de trois mois de résidence.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'One month is missing: three receipts, or two bills, must follow each other.',
        'Il manque un mois : trois quittances, ou deux factures, doivent se suivre.',
      ),
      incorrect: words(
        'It does not show more than three months in your name: a lease, rent receipts or bills do.',
        'Il ne montre pas plus de trois mois à votre nom : un bail, des quittances ou des factures le montrent.',
      ),
      outdated: words(
        'It ends too long ago: send the latest ones.',
        'Il s’arrête trop tôt : envoyez les plus récents.',
      ),
    },
  },
  employment_contract: {
    mustShow: words(
      'Your name, the employer, the first day of work; both signatures on a contract.',
      'Votre nom, l’employeur, le premier jour de travail ; les deux signatures sur un contrat.',
    ),
    whyAsked: words(
      'Work opens the right from its first day: this shows the day.',
      'Le travail ouvre le droit dès le premier jour : ce document en montre la date.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'Every page is needed, with both signatures and the first day of work.',
        'Il faut toutes les pages, les deux signatures et le premier jour de travail.',
      ),
      incorrect: words(
        'An offer is not enough: send the contract or a pay slip.',
        'Une promesse ne suffit pas : envoyez le contrat ou un bulletin de salaire.',
      ),
      outdated: words(
        'The contract has ended: send the one in force, or tell us what has changed.',
        'Le contrat a pris fin : envoyez celui en cours, ou dites-nous ce qui a changé.',
      ),
    },
  },
  business_registration: {
    mustShow: words(
      'Notice from INSEE or URSSAF, or Kbis, with your name and the start of the activity.',
      'Avis de l’INSEE ou de l’URSSAF, ou Kbis, avec votre nom et le début de l’activité.',
    ),
    whyAsked: words(
      'Your activity opens the right: this shows it.',
      'Votre activité ouvre le droit : ce document l’établit.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'Your name and the start of the activity must be legible.',
        'Votre nom et le début de l’activité doivent se lire.',
      ),
      incorrect: words(
        'This does not show that the activity is registered: send the notice from INSEE or URSSAF, or a Kbis.',
        'Ce document ne montre pas l’activité enregistrée : envoyez l’avis de l’INSEE ou de l’URSSAF, ou un Kbis.',
      ),
    },
  },
  nomination_order: {
    mustShow: words('Your name, signed and stamped.', 'Votre nom, la signature et le cachet.'),
    whyAsked: words(
      'With it, your file goes to the office for language assistants.',
      'Avec lui, votre dossier va au service des assistants de langue.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'Signature and stamp must both be there.',
        'La signature et le cachet doivent y figurer tous deux.',
      ),
      outdated: words(
        'This order is for a past year: send the one for this year.',
        'Cet arrêté concerne une année passée : envoyez celui de cette année.',
      ),
    },
  },
  enrolment_certificate: {
    mustShow: words('Your name, the school and the current year.', 'Votre nom, l’établissement et l’année en cours.'),
    whyAsked: words(
      'Studies open the right: this shows them.',
      'Les études ouvrent le droit : ce document les établit.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'Name, school and year must be legible.',
        'Le nom, l’établissement et l’année doivent se lire.',
      ),
      incorrect: words(
        'An admission letter is not an enrolment: send the certificate or the student card.',
        'Une lettre d’admission n’est pas une inscription : envoyez le certificat ou la carte d’étudiant.',
      ),
      outdated: words(
        'It is for a past year: send this year’s.',
        'Il concerne une année passée : envoyez celui de cette année.',
      ),
    },
  },
  s1_form: {
    mustShow: words(
      'Your name and the body that issued it; one for each person.',
      'Votre nom et l’organisme qui l’a délivré ; un par personne.',
    ),
    whyAsked: words(
      'Your cover rests on it: another country pays.',
      'Votre couverture repose sur lui : un autre pays la prend en charge.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'A page is missing, or the issuing body cannot be read.',
        'Il manque une page, ou l’organisme émetteur ne se lit pas.',
      ),
      incorrect: words(
        'It is in another person’s name: each person needs their own.',
        'Il est au nom d’une autre personne : chacun a le sien.',
      ),
      outdated: words(
        'Its time has ended: ask the same body for a new one.',
        'Sa période est finie : demandez-en un nouveau au même organisme.',
      ),
    },
  },
  s1_refusal: {
    mustShow: words(
      'The answer of the health body of the country you left, saying that no S1 is given.',
      'La réponse de l’organisme de santé du pays quitté, disant qu’aucun S1 n’est délivré.',
    ),
    whyAsked: words(
      'CPAM first asks whether another country covers you.',
      'La CPAM vérifie d’abord si un autre pays vous couvre.',
    ),
    faults: {
      ...generalFaults,
      incorrect: words(
        'It must say that no S1 is given, and come from the health body of the country you left.',
        'Il doit dire qu’aucun S1 n’est délivré, et venir de l’organisme de santé du pays quitté.',
      ),
    },
  },
  a1_certificate: {
    mustShow: words(
      'Your name, your employer and the time of the posting; your employer obtains it.',
      'Votre nom, votre employeur et la durée du détachement ; votre employeur l’obtient.',
    ),
    whyAsked: words('To be kept, and shown when asked for.', 'À conserver, et à présenter sur demande.'),
    faults: {
      ...generalFaults,
      incomplete: words(
        'Employer and time of the posting must be legible.',
        'L’employeur et la durée du détachement doivent se lire.',
      ),
      outdated: words(
        'The posting it names has ended: ask your employer for the new one.',
        'Le détachement indiqué est fini : demandez le nouveau à votre employeur.',
      ),
    },
  },
  ehic: {
    mustShow: words(
      'Your name and a last day that covers your stay.',
      'Votre nom et une date de fin qui couvre votre séjour.',
    ),
    whyAsked: words(
      'With a card valid for your stay, nothing has to be filed.',
      'Avec une carte valable pour le séjour, rien n’est à déposer.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'The side with your name and the last day is needed.',
        'Il faut la face avec votre nom et la date de fin.',
      ),
      outdated: words(
        'It ends before your stay does: ask for a new one at home.',
        'Elle prend fin avant votre séjour : demandez-en une nouvelle dans votre pays.',
      ),
    },
  },
  means_and_cover: {
    mustShow: words(
      'What you live on, and a health cover in force for the same time.',
      'Vos ressources, et une couverture santé en vigueur pour la même période.',
    ),
    whyAsked: words(
      'Without work and before five years in France, CPAM looks at both, case by case.',
      'Sans activité et avant cinq ans en France, la CPAM examine les deux, au cas par cas.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'Both are needed: means, and a health cover.',
        'Il faut les deux : ressources et couverture santé.',
      ),
      incorrect: words(
        'The cover must be a full health cover, valid in France, in your name.',
        'La couverture doit être complète, valable en France, à votre nom.',
      ),
      outdated: words(
        'The cover has ended: send the one in force.',
        'La couverture a pris fin : envoyez celle en cours.',
      ),
    },
  },
  marriage_certificate: {
    mustShow: words('Both names, day and place of the marriage.', 'Les deux noms, la date et le lieu du mariage.'),
    whyAsked: words('It shows the family as CPAM will record it.', 'Il établit la situation de famille pour la CPAM.'),
    faults: {
      ...generalFaults,
      incomplete: words(
        'Both names, the day and the place must be legible; so must its translation if there is one.',
        'Les deux noms, la date et le lieu doivent se lire, comme la traduction s’il y en a une.',
      ),
      incorrect: words('It must come from the civil registry.', 'Il doit venir de l’état civil.'),
    },
  },
  family_reunification_proof: {
    mustShow: words(
      'Your name, the relative you join, and the authority that agreed.',
      'Votre nom, le proche que vous rejoignez et l’autorité qui l’a accordé.',
    ),
    whyAsked: words('It replaces the three months of residence.', 'Elle remplace les trois mois de résidence.'),
    faults: {
      ...generalFaults,
      incomplete: words('The agreement and both names must be legible.', 'L’accord et les deux noms doivent se lire.'),
      incorrect: words('This shows the request, not the agreement.', 'Ce document montre la demande, pas l’accord.'),
    },
  },
  relative_attestation: {
    mustShow: words(
      'Your relative’s name, and rights open today. Cover the number on the picture; keep an uncovered copy for the envelope.',
      'Le nom de votre proche et des droits ouverts à ce jour. Cachez le numéro sur la photo ; gardez une copie non masquée pour l’enveloppe.',
    ),
    whyAsked: words(
      'It shows that the person you join is insured.',
      'Elle montre que la personne que vous rejoignez est assurée.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'Your relative’s name and the days of the rights must be legible; only the number is covered.',
        'Le nom de votre proche et les dates des droits doivent se lire ; seul le numéro est caché.',
      ),
      incorrect: words(
        'It must be in the name of the person you join.',
        'Elle doit être au nom de la personne que vous rejoignez.',
      ),
      outdated: words(
        'Its days have passed: your relative can ask for a new one.',
        'Ses dates sont passées : votre proche peut en demander une nouvelle.',
      ),
    },
  },
  child_birth_certificate: {
    mustShow: words(
      'The child’s name, day and place of birth, and the parents’ names.',
      'Le nom de l’enfant, la date et le lieu de naissance, les noms des parents.',
    ),
    whyAsked: words('It links the child to the parents.', 'Il rattache l’enfant à ses parents.'),
    faults: {
      ...generalFaults,
      incomplete: words('The parents’ names must be on it.', 'Les noms des parents doivent y figurer.'),
      incorrect: words(
        'It must be the certificate of this child, the family book or the guardianship paper.',
        'Il faut l’acte de cet enfant, le livret de famille ou le document de tutelle.',
      ),
    },
  },
  child_identity: {
    mustShow: words(
      'The page with the child’s photo, legible, valid on the day of sending.',
      'La page avec la photo de l’enfant, lisible, en cours de validité le jour de l’envoi.',
    ),
    whyAsked: words(
      'CPAM asks for it when a child was born abroad.',
      'La CPAM la demande pour un enfant né à l’étranger.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words(
        'The whole page with the photo must be legible.',
        'La page avec la photo doit se lire en entier.',
      ),
      incorrect: words('It must be the child’s own.', 'Elle doit être celle de l’enfant.'),
      outdated: words('It must be valid on the day of sending.', 'Elle doit être valable le jour de l’envoi.'),
    },
  },
  photo: {
    mustShow: words('You alone, recent, 35 × 45 mm.', 'Vous seulement, récente, 35 × 45 mm.'),
    whyAsked: words('It is printed on the card.', 'Elle figure sur la carte.'),
    faults: {
      ...generalFaults,
      incorrect: words('You alone, 35 × 45 mm, the face in full.', 'Vous seulement, 35 × 45 mm, le visage entier.'),
      outdated: words('Send a recent one.', 'Envoyez-en une récente.'),
    },
  },
  gp_declaration: {
    mustShow: words('The form, signed by you and by the doctor.', 'Le formulaire, signé par vous et par le médecin.'),
    whyAsked: words(
      'With a declared doctor, visits are better refunded.',
      'Avec un médecin déclaré, les visites sont mieux remboursées.',
    ),
    faults: {
      ...generalFaults,
      incomplete: words('Both must sign: you and the doctor.', 'Les deux doivent signer : vous et le médecin.'),
      incorrect: words('It must be form S3704.', 'Il faut le formulaire S3704.'),
    },
  },
};

/** What each paper is called, shows, is asked for, and the sentence for each fault. */
export const documentWords = Object.fromEntries(
  Object.entries(PAPERS).map(([code, paper]) => [code, { name: documentName[code as DocumentCode], ...paper }]),
) as Record<DocumentCode, DocumentText>;

/** The application form of a child, and of a frontier worker, shows something else. */
const FORMS = {
  children: {
    mustShow: words(
      'Each child’s name, and the signature of each parent who covers the child.',
      'Le nom de chaque enfant et la signature de chaque parent qui le rattache.',
    ),
  },
  frontier: {
    mustShow: words('The scheme chosen, the day, and your signature.', 'Le régime choisi, la date et votre signature.'),
  },
};

/** What is read about a paper of this file. */
export function wordsOf(code: DocumentCode, member: string | null, category: Category): DocumentText {
  if (code !== 'application_form') return documentWords[code];
  const name = nameOf(code, member, category);
  if (member !== null) return { ...documentWords[code], name, ...FORMS.children };
  return category === 'frontier_worker' ? { ...documentWords[code], name, ...FORMS.frontier } : documentWords[code];
}
