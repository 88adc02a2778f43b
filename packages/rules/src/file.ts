import { z } from 'zod';
import { isDay, NO_SUCH_DAY, type Day } from './calendar/days.ts';
import { isCountry } from './countries.ts';
import { Playbook } from './playbook.ts';
import {
  CALL_OUTCOMES,
  CATEGORIES,
  DOCUMENTS,
  FAULTS,
  LANGUAGES,
  PERMIT_KINDS,
  POST_STATUSES,
  SUBMISSION_METHODS,
} from './vocabulary.ts';

/** What comes in: the file as the contract has it (section 2). `read-file.ts` reads it and says what is wrong. */

export const DaySchema = z.string().refine(isDay, NO_SUCH_DAY) as unknown as z.ZodType<Day>;
const Country = z.string().refine(isCountry, 'Not a country. Write two capital letters as in ISO 3166-1: US, GB, IN.');
const Text = z.string().max(10_000, 'At most 10,000 characters.');
const Id = z.string().min(1, 'An id is not empty.').max(200, 'At most 200 characters.');
const Postcode = z
  .string()
  .regex(/^\d{5}$/, 'A French postcode has five digits.')
  .refine((postcode) => !/^(00|96|99)/.test(postcode), 'No French department has this postcode.');
const CertificateLanguage = z.string().regex(/^[a-z]{2,3}$/, 'A language as in ISO 639, in small letters: en, pt, ar.');
const anyDay = DaySchema.nullable();

const permit = { kind: z.enum(PERMIT_KINDS), validatedOn: anyDay, validUntil: anyDay };
const certificate = { country: Country, language: CertificateLanguage };
const place = { postcode: Postcode, city: Text.nullable() };

export const ResidencePermit = z.strictObject({
  ...permit,
  validatedOn: anyDay.default(null),
  validUntil: anyDay.default(null),
});
export const BirthCertificate = z.strictObject(certificate);
export const Address = z.strictObject({ ...place, city: place.city.default(null) });
export const Member = z.strictObject({
  id: Id,
  relation: z.enum(['partner', 'child']),
  birthDate: DaySchema,
  birthCountry: Country.nullable().default(null),
});

const caisseAddress = z
  .array(z.string().max(38, 'A line of an address holds 38 characters at most.'))
  .max(6, 'An address has six lines at most.')
  .nullable();

const required = {
  category: z.enum(CATEGORIES),
  birthDate: DaySchema,
  birthCountry: Country,
  nationalities: z.array(Country).min(1, 'At least one nationality.'),
  language: z.enum(LANGUAGES),
};
const nullable = {
  arrivedOn: anyDay,
  activityStartsOn: anyDay,
  studiesStartOn: anyDay,
  caisse: Text.nullable(),
  caisseAddress,
  privateInsuranceUntil: anyDay,
};

export const Applicant = z.strictObject({
  ...required,
  arrivedOn: anyDay.default(null),
  activityStartsOn: anyDay.default(null),
  studiesStartOn: anyDay.default(null),
  married: z.boolean().default(false),
  address: Address,
  caisse: nullable.caisse.default(null),
  caisseAddress: caisseAddress.default(null),
  residencePermit: ResidencePermit.nullable().default(null),
  birthCertificate: BirthCertificate.nullable().default(null),
  privateInsuranceUntil: anyDay.default(null),
  hasEhic: z.boolean().default(false),
  hasNominationOrder: z.boolean().default(false),
  familyRoute: z.boolean().default(false),
  formerlyInsuredInFrance: z.boolean().default(false),
  members: z.array(Member).default([]),
});
export type Applicant = z.infer<typeof Applicant>;

/** A partial applicant: objects may hold some of their fields, and nothing left out takes a default. */
export const ApplicantChanges = z
  .strictObject({
    ...required,
    ...nullable,
    married: z.boolean(),
    address: z.strictObject(place).partial(),
    residencePermit: z.strictObject(permit).partial().nullable(),
    birthCertificate: z.strictObject(certificate).partial().nullable(),
    hasEhic: z.boolean(),
    hasNominationOrder: z.boolean(),
    familyRoute: z.boolean(),
    formerlyInsuredInFrance: z.boolean(),
    members: z.array(Member),
  })
  .partial();
export type ApplicantChanges = z.infer<typeof ApplicantChanges>;

const on = DaySchema;
const documents = z.array(z.enum(DOCUMENTS));
const member = Id.nullable().default(null);
const trackingNumber = z.string().max(100, 'At most 100 characters.').nullable().default(null);
const note = Text.nullable().default(null);
const about = z.string().max(200, 'At most 200 characters.').nullable().default(null);
const optionalDay = anyDay.default(null);
const base = { id: Id, on };
const paper = {
  ...base,
  document: z.enum(DOCUMENTS),
  member,
  validUntil: optionalDay,
  issuedOn: optionalDay,
  language: Text.nullable().default(null),
};
const bare = <Type extends string>(type: Type) => z.strictObject({ ...base, type: z.literal(type) });
const sent = { ...base, method: z.enum(SUBMISSION_METHODS), trackingNumber };
const deed = { ...base, about, trackingNumber, note };

export const Event = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('applicant_changed'), changes: ApplicantChanges }),
  z.strictObject({ ...paper, type: z.literal('document_received') }),
  z.strictObject({ ...paper, type: z.literal('document_verified') }),
  z.strictObject({
    ...base,
    type: z.literal('document_rejected'),
    document: z.enum(DOCUMENTS),
    member,
    fault: z.enum(FAULTS),
    note,
  }),
  z.strictObject({ ...sent, type: z.literal('file_submitted') }),
  z.strictObject({ ...base, type: z.literal('post_tracked'), trackingNumber, status: z.enum(POST_STATUSES) }),
  z.strictObject({ ...base, type: z.literal('post_delivered'), trackingNumber }),
  z.strictObject({ ...base, type: z.literal('documents_requested'), documents, replyBy: optionalDay }),
  z.strictObject({ ...sent, type: z.literal('supplement_sent'), documents }),
  bare('provisional_number_received'),
  bare('social_security_number_received'),
  z.strictObject({ ...base, type: z.literal('attestation_received'), validUntil: optionalDay }),
  bare('photo_requested'),
  z.strictObject({ ...base, type: z.literal('card_ordered'), method: z.enum(['online', 'post']) }),
  bare('card_received'),
  bare('card_lost'),
  bare('ameli_account_created'),
  bare('gp_declared'),
  z.strictObject({
    ...base,
    type: z.literal('call_made'),
    outcome: z.enum(CALL_OUTCOMES),
    documents: documents.nullable().default(null),
    callBackOn: optionalDay,
    about,
    note,
  }),
  z.strictObject({ ...deed, type: z.literal('office_visited') }),
  z.strictObject({ ...deed, type: z.literal('ameli_message_sent') }),
  z.strictObject({ ...deed, type: z.literal('letter_sent') }),
  z.strictObject({
    ...base,
    type: z.literal('task_done'),
    about: z.string().max(200, 'At most 200 characters.'),
    note,
  }),
  z.strictObject({ ...base, type: z.literal('refused'), notifiedOn: DaySchema, reason: note }),
  z.strictObject({ ...sent, type: z.literal('appeal_sent') }),
  bare('appeal_delivered'),
  bare('mediator_accepted'),
  bare('mediator_closed'),
  z.strictObject({ ...base, type: z.literal('appeal_decided'), outcome: z.enum(['accepted', 'rejected']) }),
  z.strictObject({ ...base, type: z.literal('withdrawn'), reason: note }),
  z.strictObject({ id: Id, type: z.literal('voided'), event: Id, on: DaySchema.nullish() }),
]);
export type Event = z.infer<typeof Event>;

/** A file, every default filled in. */
export const File = z.strictObject({
  id: Id,
  openedOn: DaySchema,
  applicant: Applicant,
  events: z.array(Event),
  playbook: Playbook.default(() => Playbook.parse({})),
});
export type File = z.infer<typeof File>;
