import { addMonths, type Day } from '../calendar/days.ts';
import { routeOf } from '../eligibility.ts';
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

/** Every paper of the applicant, then of each child under 18, in the contract's order. */
export function documentNeeds(applicant: Applicant, playbook: Playbook, day: Day): DocumentNeed[] {
  const nothing = routeOf(applicant) === 'none';
  const row = (rule: Pick<DocumentRule, 'document' | 'neededFor' | 'source'>, member: string | null, found: Need) => ({
    code: rule.document,
    member,
    need: found.need,
    neededFor: rule.neededFor(playbook),
    because: found.because,
    source: found.source ?? rule.source,
    ...(found.sourcesDiffer && { sourcesDiffer: found.sourcesDiffer }),
  });
  const own = DOCUMENT_RULES.map((rule) =>
    row(rule, null, nothing && rule !== ehic ? nothingToFile() : rule.need(applicant, day)),
  );
  const children = applicant.members
    .filter(({ relation, birthDate }) => relation === 'child' && isUnder18(birthDate, day))
    .sort(byId)
    .flatMap((child) =>
      CHILD_RULES.map((rule) => row(rule, child.id, nothing ? nothingToFile() : rule.need(child, applicant))),
    );
  return [...own, ...children];
}
