import type { Day } from '@suivi/rules/calendar/days';
import type { Applicant, ApplicantChanges } from '@suivi/rules/file';
import type { Category, Language, PermitKind } from '@suivi/rules/vocabulary';

/** The applicant's facts as a form holds them: what is not known yet is null, an address is text. */
export type Facts = {
  category: Category | null;
  birthDate: Day | null;
  birthCountry: string | null;
  nationalities: string[];
  language: Language;
  arrivedOn: Day | null;
  activityStartsOn: Day | null;
  studiesStartOn: Day | null;
  married: boolean;
  postcode: string;
  city: string;
  caisse: string | null;
  caisseAddress: string;
  permitKind: PermitKind | null;
  permitValidatedOn: Day | null;
  permitValidUntil: Day | null;
  certificateCountry: string | null;
  certificateLanguage: string | null;
  privateInsuranceUntil: Day | null;
  hasEhic: boolean;
  hasNominationOrder: boolean;
  familyRoute: boolean;
  formerlyInsuredInFrance: boolean;
  members: Member[];
};
export type Member = { id: string; relation: 'partner' | 'child'; birthDate: Day | null; birthCountry: string | null };

export const NO_FACTS: Facts = {
  category: null,
  birthDate: null,
  birthCountry: null,
  nationalities: [],
  language: 'en',
  arrivedOn: null,
  activityStartsOn: null,
  studiesStartOn: null,
  married: false,
  postcode: '',
  city: '',
  caisse: null,
  caisseAddress: '',
  permitKind: null,
  permitValidatedOn: null,
  permitValidUntil: null,
  certificateCountry: null,
  certificateLanguage: null,
  privateInsuranceUntil: null,
  hasEhic: false,
  hasNominationOrder: false,
  familyRoute: false,
  formerlyInsuredInFrance: false,
  members: [],
};

export function factsOf(applicant: Applicant): Facts {
  const { address, residencePermit, birthCertificate, caisseAddress, ...same } = applicant;
  return {
    ...same,
    postcode: address.postcode,
    city: address.city ?? '',
    caisseAddress: caisseAddress?.join('\n') ?? '',
    permitKind: residencePermit?.kind ?? null,
    permitValidatedOn: residencePermit?.validatedOn ?? null,
    permitValidUntil: residencePermit?.validUntil ?? null,
    certificateCountry: birthCertificate?.country ?? null,
    certificateLanguage: birthCertificate?.language ?? null,
  };
}

/** The contract's applicant from a form. What is missing stays out: the rules say so, with its path. */
export function applicantFrom(facts: Facts): Record<keyof Applicant, unknown> {
  const {
    postcode, city, caisseAddress, permitKind, permitValidatedOn, permitValidUntil,
    certificateCountry, certificateLanguage, category, birthDate, birthCountry, ...same
  } = facts; // prettier-ignore
  const lines = caisseAddress.split('\n').map((line) => line.trim());
  return {
    ...same,
    category: category ?? undefined,
    birthDate: birthDate ?? undefined,
    birthCountry: birthCountry ?? undefined,
    address: { postcode: postcode.trim(), city: city.trim() || null },
    caisseAddress: lines.some(Boolean) ? lines.filter(Boolean) : null,
    residencePermit:
      permitKind === null
        ? null
        : { kind: permitKind, validatedOn: permitKind === 'vls_ts' ? permitValidatedOn : null, validUntil: permitValidUntil },
    birthCertificate:
      certificateCountry === null
        ? null
        : { country: certificateCountry, language: certificateLanguage ?? undefined },
    members: same.members.map((member) => ({ ...member, birthDate: member.birthDate ?? undefined })),
  }; // prettier-ignore
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a form changes of an applicant, as `applicant_changed` has it: objects by their changed fields, lists whole. */
export function changesBetween(before: Applicant, facts: Facts): ApplicantChanges {
  const after = applicantFrom(facts);
  const changes: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(after)) {
    const was = before[field as keyof Applicant] as unknown;
    if (same(was, value)) continue;
    changes[field] =
      isObject(value) && isObject(was)
        ? Object.fromEntries(Object.entries(value).filter(([part, inside]) => !same(was[part], inside)))
        : value;
  }
  return changes as ApplicantChanges;
}

/** The language that papers of a country are most likely in: a default, to be put right where it is wrong. */
export const likelyLanguage = (country: string): string =>
  new Intl.Locale('und', { region: country }).maximize().language ?? 'en';
