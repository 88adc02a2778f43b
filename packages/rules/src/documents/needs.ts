import { addMonths, type Day } from '../calendar/days.ts';
import type { Applicant } from '../file.ts';
import type { PlannedDocument } from '../plan-types.ts';
import type { Playbook } from '../playbook.ts';
import type { Words } from '../vocabulary.ts';
import { businessRegistration, employmentContract, enrolmentCertificate, nominationOrder } from './activity.ts';
import { gpDeclaration, photo } from './card.ts';
import { apostille, birthCertificate, birthCertificateTranslation, marriageCertificate } from './civil-status.ts';
import {
  CHILD_RULES,
  childBirthCertificate,
  childIdentity,
  familyReunificationProof,
  relativeAttestation,
} from './family.ts';
import { applicationForm, identity, proofOfAddress, residencePermit, rib } from './identity.ts';
import { a1Certificate, ehic, meansAndCover, proofOfStableResidence, s1Form, s1Refusal } from './residence.ts';
import { notNeeded, type DocumentRule, type Need } from './rule.ts';
import { keyOf, situationOf, type Situation } from './situation.ts';

/** What is needed of one paper; `sourcesDiffer` names the point on which another source says otherwise. */
export type DocumentNeed = Omit<PlannedDocument, 'status' | 'availableOn'> & { sourcesDiffer?: Words };

/** Every paper, in the order of the vocabulary. */
export const DOCUMENT_RULES: readonly DocumentRule[] = [
  applicationForm,
  identity,
  residencePermit,
  birthCertificate,
  birthCertificateTranslation,
  apostille,
  rib,
  proofOfAddress,
  proofOfStableResidence,
  employmentContract,
  businessRegistration,
  nominationOrder,
  enrolmentCertificate,
  s1Form,
  s1Refusal,
  a1Certificate,
  ehic,
  meansAndCover,
  marriageCertificate,
  familyReunificationProof,
  relativeAttestation,
  childBirthCertificate,
  childIdentity,
  photo,
  gpDeclaration,
];

const nothingToFile = (): Need =>
  notNeeded(
    'A European card covers the stay: nothing is filed, so no paper is needed.',
    'Une carte européenne couvre le séjour : rien n’est déposé, aucune pièce n’est nécessaire.',
    { source: 'service-public/F675' },
  );

/** A child counts until the day before the 18th birthday. */
export const isUnder18 = (birthDate: Day, day: Day): boolean => day < addMonths(birthDate, 12 * 18);

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const needOf = (
  { document, source }: Pick<DocumentRule, 'document' | 'source'>,
  member: string | null,
  neededFor: DocumentNeed['neededFor'],
  found: Need,
): DocumentNeed => ({
  code: document,
  member,
  need: found.need,
  neededFor,
  because: found.because,
  source: found.source ?? source,
  ...(found.sourcesDiffer && { sourcesDiffer: found.sourcesDiffer }),
});

// Most files are in one of a few situations; of those that are not, no more than these are kept.
const known = new Map<string, readonly DocumentNeed[]>();
const MOST_SITUATIONS = 1_000;

function needsIn(situation: Situation): readonly DocumentNeed[] {
  const key = keyOf(situation);
  const found = known.get(key);
  if (found !== undefined) return found;
  const needs = DOCUMENT_RULES.map((rule) =>
    needOf(
      rule,
      null,
      rule.neededFor(situation),
      situation.nothingIsFiled && rule !== ehic ? nothingToFile() : rule.need(situation),
    ),
  );
  if (known.size < MOST_SITUATIONS) known.set(key, needs);
  return needs;
}

/** Every paper of the applicant, then of each child under 18, in the contract's order. */
export function documentNeeds(applicant: Applicant, playbook: Playbook, day: Day): readonly DocumentNeed[] {
  const situation = situationOf(applicant, playbook, day);
  const own = needsIn(situation);
  const children = applicant.members.filter(
    ({ relation, birthDate }) => relation === 'child' && isUnder18(birthDate, day),
  );
  if (children.length === 0) return own;
  return [
    ...own,
    ...children
      .sort(byId)
      .flatMap((child) =>
        CHILD_RULES.map((rule) =>
          needOf(
            rule,
            child.id,
            rule.neededFor(situation),
            situation.nothingIsFiled ? nothingToFile() : rule.need(child),
          ),
        ),
      ),
  ];
}
