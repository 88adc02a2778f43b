import { z } from 'zod';
import { isDay, type Day } from './calendar/days.ts';
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

/** What comes in: the file as the contract has it (section 2). */

export const DaySchema = z
  .string()
  .refine(isDay, 'This day does not exist. Write it as YYYY-MM-DD.') as unknown as z.ZodType<Day>;
const Country = z.string().regex(/^[A-Z]{2}$/, 'Two capital letters, as ISO 3166-1 has them.');
const Text = z.string().max(2000);
const Id = z.string().min(1).max(100);

export const ResidencePermit = z.strictObject({
  kind: z.enum(PERMIT_KINDS),
  validatedOn: DaySchema.nullable().default(null),
  validUntil: DaySchema.nullable().default(null),
});
export const BirthCertificate = z.strictObject({ country: Country, language: z.string().regex(/^[a-z]{2,3}$/) });
export const Address = z.strictObject({ postcode: z.string().regex(/^\d{5}$/), city: Text.nullable().default(null) });
export const Member = z.strictObject({
  id: Id,
  relation: z.enum(['partner', 'child']),
  birthDate: DaySchema,
  birthCountry: Country.nullable().default(null),
});

export const Applicant = z.strictObject({
  category: z.enum(CATEGORIES),
  birthDate: DaySchema,
  birthCountry: Country,
  nationalities: z.array(Country).min(1),
  language: z.enum(LANGUAGES),
  arrivedOn: DaySchema.nullable().default(null),
  activityStartsOn: DaySchema.nullable().default(null),
  studiesStartOn: DaySchema.nullable().default(null),
  married: z.boolean().default(false),
  address: Address,
  caisse: z.string().nullable().default(null),
  caisseAddress: z.array(z.string().max(38)).max(6).nullable().default(null),
  residencePermit: ResidencePermit.nullable().default(null),
  birthCertificate: BirthCertificate.nullable().default(null),
  privateInsuranceUntil: DaySchema.nullable().default(null),
  hasEhic: z.boolean().default(false),
  hasNominationOrder: z.boolean().default(false),
  familyRoute: z.boolean().default(false),
  formerlyInsuredInFrance: z.boolean().default(false),
  members: z.array(Member).default([]),
});
export type Applicant = z.infer<typeof Applicant>;

const on = DaySchema;
const documents = z.array(z.enum(DOCUMENTS));
const member = Id.nullable().default(null);
const trackingNumber = z.string().max(40).nullable().default(null);
const note = Text.nullable().default(null);
const about = z.string().max(200).nullable().default(null);
const base = { id: Id, on };
const paper = {
  ...base,
  document: z.enum(DOCUMENTS),
  member,
  validUntil: DaySchema.nullable().default(null),
  issuedOn: DaySchema.nullable().default(null),
  language: z.string().nullable().default(null),
};

export const Event = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('applicant_changed'), changes: z.record(z.string(), z.unknown()) }),
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
  z.strictObject({ ...base, type: z.literal('file_submitted'), method: z.enum(SUBMISSION_METHODS), trackingNumber }),
  z.strictObject({ ...base, type: z.literal('post_tracked'), trackingNumber, status: z.enum(POST_STATUSES) }),
  z.strictObject({ ...base, type: z.literal('post_delivered'), trackingNumber }),
  z.strictObject({
    ...base,
    type: z.literal('documents_requested'),
    documents,
    replyBy: DaySchema.nullable().default(null),
  }),
  z.strictObject({
    ...base,
    type: z.literal('supplement_sent'),
    method: z.enum(SUBMISSION_METHODS),
    trackingNumber,
    documents,
  }),
  z.strictObject({ ...base, type: z.literal('provisional_number_received') }),
  z.strictObject({ ...base, type: z.literal('social_security_number_received') }),
  z.strictObject({ ...base, type: z.literal('attestation_received'), validUntil: DaySchema.nullable().default(null) }),
  z.strictObject({ ...base, type: z.literal('photo_requested') }),
  z.strictObject({ ...base, type: z.literal('card_ordered'), method: z.enum(['online', 'post']) }),
  z.strictObject({ ...base, type: z.literal('card_received') }),
  z.strictObject({ ...base, type: z.literal('card_lost') }),
  z.strictObject({ ...base, type: z.literal('ameli_account_created') }),
  z.strictObject({ ...base, type: z.literal('gp_declared') }),
  z.strictObject({
    ...base,
    type: z.literal('call_made'),
    outcome: z.enum(CALL_OUTCOMES),
    documents: documents.nullable().default(null),
    callBackOn: DaySchema.nullable().default(null),
    about,
    note,
  }),
  z.strictObject({ ...base, type: z.literal('office_visited'), about, trackingNumber, note }),
  z.strictObject({ ...base, type: z.literal('ameli_message_sent'), about, trackingNumber, note }),
  z.strictObject({ ...base, type: z.literal('letter_sent'), about, trackingNumber, note }),
  z.strictObject({ ...base, type: z.literal('task_done'), about: z.string().max(200), note }),
  z.strictObject({ ...base, type: z.literal('refused'), notifiedOn: DaySchema, reason: note }),
  z.strictObject({ ...base, type: z.literal('appeal_sent'), method: z.enum(SUBMISSION_METHODS), trackingNumber }),
  z.strictObject({ ...base, type: z.literal('appeal_delivered') }),
  z.strictObject({ ...base, type: z.literal('mediator_accepted') }),
  z.strictObject({ ...base, type: z.literal('mediator_closed') }),
  z.strictObject({ ...base, type: z.literal('appeal_decided'), outcome: z.enum(['accepted', 'rejected']) }),
  z.strictObject({ ...base, type: z.literal('withdrawn'), reason: note }),
  z.strictObject({ id: Id, type: z.literal('voided'), event: Id, on: DaySchema.optional() }),
]);
export type Event = z.infer<typeof Event>;

/** A file as the rules read it: all that was left out has its default. */
export type File = { id: string; openedOn: Day; applicant: Applicant; events: Event[]; playbook: Playbook };

export type Issue = { path: string; message: string };
export type ReadFile = { ok: true; file: File } | { ok: false; issues: Issue[] };

/** Reads any JSON as a file, or says everything that is wrong with it at once. Never throws. */
export function readFile(input: unknown): ReadFile {
  throw new Error(`not written yet: ${typeof input}`);
}
