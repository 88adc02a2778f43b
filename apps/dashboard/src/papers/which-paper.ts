import type { PaperWithNumber } from '@suivi/contracts/papers';
import { PAPER_WITH_NUMBER_CODES } from '@suivi/contracts/papers';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import { DOCUMENTS } from '@suivi/rules/vocabulary';

/** A paper of the file: `identity`, a child's `child_identity:c1`; or one that is not taken: `carte_vitale`. */
export type PaperValue = string;
export const numberPaperOf = (value: PaperValue): PaperWithNumber | null =>
  PAPER_WITH_NUMBER_CODES.find((paper) => value === paper) ?? null;

/** The document and its child in a value; null for what is not taken. */
export function documentOf(value: PaperValue): { document: DocumentCode; member: string | null } | null {
  const [code, member = null] = value.split(':');
  const document = DOCUMENTS.find((one) => one === code);
  return document === undefined ? null : { document, member };
}

/**
 * Words that name a paper in file names, in both languages, without accents. The first that fits counts, so the
 * narrower stands before the wider: a translation of a birth certificate is a translation.
 */
const NAMES: readonly (readonly [RegExp, DocumentCode | PaperWithNumber])[] = [
  [/\b(apostille|legali[sz]ation)/, 'apostille'],
  [/\b(traduction|translation|translated|traduit)/, 'birth_certificate_translation'],
  [/\b(marriage|mariage|wedding)/, 'marriage_certificate'],
  [/\b(birth|naissance|livret (de )?famille|family book)/, 'birth_certificate'],
  [/\b(s1106|cerfa|application form|formulaire (de )?demande|s3705|option form)\b/, 'application_form'],
  [/\b(s3704|medecin traitant|gp declaration)\b/, 'gp_declaration'],
  [/\b(carte vitale|vitale)\b/, 'carte_vitale'],
  [/\battestation (de |des )?(droits?|vitale|securite sociale|ameli)|\battestation ameli/, 'attestation'],
  [/\b(nir|numero (de )?(secu|securite sociale)|social security number)\b/, 'number_letter'],
  [/\b(ehic|ceam|carte europeenne)\b/, 'ehic'],
  [/\b(passport|passeport|identity|identite|id card|carte identite|cni)\b/, 'identity'],
  [/\b(visa|vls ?ts|residence permit|titre (de )?sejour|carte (de )?sejour|recepisse)\b/, 'residence_permit'],
  [/\b(rib|iban|bank details|releve (d )?identite bancaire)\b/, 'rib'],
  [/\b(lease|bail|quittances?|rent receipts?)\b/, 'proof_of_stable_residence'],
  [/\b(proof (of )?address|justificatif (de )?domicile|electricity|electricite|edf|engie)\b/, 'proof_of_address'],
  [
    /\b(contract|contrat|pay ?slips?|payslips?|bulletin (de )?(salaire|paie)|fiche (de )?paie)\b/,
    'employment_contract',
  ],
  [/\b(kbis|urssaf|insee|siret|sirene)\b/, 'business_registration'],
  [/\b(nomination|arrete)\b/, 'nomination_order'],
  [/\b(enrol?l?ment|scolarite|student card|carte etudiant|certificat (de )?scolarite)\b/, 'enrolment_certificate'],
  [/\brefus(al)? (d(e|un) )?(formulaire )?s1\b|\bs1 refus/, 's1_refusal'],
  [/\bs1\b/, 's1_form'],
  [/\ba1\b/, 'a1_certificate'],
  [/\b(insurance|assurance|mutuelle|means|ressources)\b/, 'means_and_cover'],
  [/\b(regroupement familial|family reunification)\b/, 'family_reunification_proof'],
  [/\b(photo|portrait)\b/, 'photo'],
];

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\.[a-z0-9]{2,5}$/, '')
    .replace(/(?<=[a-z]{3})(?=\d{2,})/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** A child's paper where the name is a paper of both. */
const OF_CHILD: Partial<Record<DocumentCode, DocumentCode>> = {
  birth_certificate: 'child_birth_certificate',
  identity: 'child_identity',
};

/** As much of a listed document as the proposal needs. */
export type Listed = { code: DocumentCode; member: string | null; status: string; need: string };

const WAITED = ['missing', 'rejected', 'expired'];
const valueOf = ({ code, member }: Pick<Listed, 'code' | 'member'>): PaperValue =>
  member === null ? code : `${code}:${member}`;

/**
 * What a chosen file most likely is: by its name, else the only paper that is still waited for; null when neither says.
 * `taken` are the papers that other files of the same choice are already proposed for.
 */
export function whichPaper(
  name: string,
  listed: readonly Listed[],
  taken: readonly PaperValue[] = [],
): PaperValue | null {
  const words = plain(name);
  const waited = listed.filter(
    (row) => row.need === 'required' && WAITED.includes(row.status) && !taken.includes(valueOf(row)),
  );
  const code = NAMES.find(([pattern]) => pattern.test(words))?.[1];
  if (code !== undefined) {
    if (numberPaperOf(code) !== null) return code;
    const codes = [code as DocumentCode, OF_CHILD[code as DocumentCode]];
    const own = waited.find((row) => codes.includes(row.code));
    return own === undefined ? code : valueOf(own);
  }
  const [only, ...others] = waited;
  return only !== undefined && others.length === 0 ? valueOf(only) : null;
}
