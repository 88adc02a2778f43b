import type { CheckingRound, CheckingRoundQuery, PaperToCheck } from '@suivi/contracts/papers';
import type { Tx } from '@suivi/database/database';
import type { Day } from '@suivi/rules/calendar/days';
import { wordsOf } from '@suivi/rules/documents/wording';
import { plan } from '@suivi/rules/plan';
import type { Colleague } from '../accounts/person.ts';
import { applicantOn } from '../files/applicant-on.ts';
import { readStoredFile } from '../files/stored-file.ts';
import type { StoredFile } from '../files/stored-file.ts';
import type { Platform } from '../platform/platform.ts';
import { seatsOf } from '../tasks/seats.ts';
import { namesIn, paperRowsToCheck, viewOf } from './paper-rows.ts';
import type { Names, PaperRow } from './paper-rows.ts';

const LISTED = 200;
const COUNTED = 1_000;

type Waiting = { id: string; fileId: string; count: number };
type FileOfRound = CheckingRound['files'][number];

/**
 * The papers that wait for a check, of one person's files, of the agency's or of one client: the file whose oldest has waited longest
 * first, all of one client together, each with what its checker has to know.
 */
export function readCheckingRound(
  platform: Platform,
  me: Colleague,
  { scope, file }: CheckingRoundQuery,
): Promise<CheckingRound> {
  return platform.database.asAgency(me.agencyId, async (tx) => {
    const { today } = await tx.one<{ today: Day }>('SELECT agency_today($1) AS today', [me.agencyId]);
    const seats = scope === 'mine' && file === undefined ? await seatsOf(tx, me.userId, today) : null;
    const waiting = await waitingPapers(tx, seats, file ?? null);
    const rows = await paperRowsToCheck(
      tx,
      waiting.slice(0, LISTED).map(({ id }) => id),
    );
    const names = await namesIn(tx);
    const files: FileOfRound[] = [];
    for (const fileId of new Set(waiting.slice(0, LISTED).map((paper) => paper.fileId))) {
      const stored = await readStoredFile(tx, platform.keys, fileId);
      if (!stored) continue;
      files.push(
        fileOfRound(
          platform,
          me,
          stored,
          rows.filter((row) => row.fileId === fileId),
          names,
        ),
      );
    }
    return { today, files, count: waiting.length, more: waiting.length > LISTED };
  });
}

/** By the file whose oldest paper waits longest; counted up to a thousand. */
const waitingPapers = (tx: Tx, seats: string[] | null, fileId: string | null) =>
  tx.query<Waiting>(
    `SELECT p.id, p.file_id AS "fileId" FROM papers p
     JOIN files f ON f.agency_id = p.agency_id AND f.id = p.file_id
     WHERE p.agency_id = $1 AND p.state = 'to_check' AND ($2::uuid[] IS NULL OR f.adviser_id = ANY ($2::uuid[]))
       AND ($3::uuid IS NULL OR p.file_id = $3)
     ORDER BY min(p.uploaded_at) OVER (PARTITION BY p.file_id), p.file_id, p.uploaded_at, p.id LIMIT ${COUNTED}`,
    [tx.agencyId, seats, fileId],
  );

function fileOfRound(
  platform: Platform,
  me: Colleague,
  stored: StoredFile,
  rows: PaperRow[],
  names: Names,
): FileOfRound {
  const planned = plan(stored.file, stored.today);
  const applicant = applicantOn(stored.file, stored.today);
  const { firstName, lastName } = stored.client;
  return {
    id: stored.id,
    reference: stored.reference,
    clientName: `${firstName} ${lastName}`,
    caisse: 'shortName' in planned.caisse ? (planned.caisse.shortName ?? null) : null,
    language: applicant.language,
    version: stored.version,
    members: applicant.members
      .filter(({ relation }) => relation === 'child')
      .map(({ id, birthDate }) => ({ id, birthDate })),
    papers: rows.map((row): PaperToCheck => {
      const { name, mustShow, whyAsked, faults } = wordsOf(row.document, row.member, applicant.category);
      const asked = planned.documents.find(({ code, member }) => code === row.document && member === row.member);
      return {
        ...viewOf(platform, me, row, stored, names),
        documentName: name,
        need: asked?.need ?? 'not_needed',
        because: asked?.because ?? NOT_IN_PLAN,
        source: asked?.source ?? '',
        whyAsked,
        mustShow,
        faults,
      };
    }),
  };
}

/** Of a child that has come of age, say: the plan does not speak of its papers. */
const NOT_IN_PLAN = {
  en: 'The plan of this file does not ask for it.',
  fr: 'Le plan de ce dossier ne la demande pas.',
};
