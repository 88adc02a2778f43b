import type { PaperChange, PaperWithNumber, UploadFields } from '@suivi/contracts/papers';
import { PAPERS_WITH_NUMBER } from '@suivi/contracts/papers';
import type { Change } from '@suivi/contracts/files';
import type { Tx } from '@suivi/database/database';
import { containsNir } from '@suivi/rules/numbers/nir';
import type { DocumentCode } from '@suivi/rules/vocabulary';
import type { IncomingMessage } from 'node:http';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { readPaper } from './read-papers.ts';
import { readUpload } from './read-upload.ts';
import type { UploadedFile } from './read-upload.ts';
import { recordAbout } from './record-paper-event.ts';
import { bearsNumber, sayNoNumber, showsNumber } from './refusals.ts';
import { takeUpload } from './take-upload.ts';
import type { Taken } from './take-upload.ts';
import { inUploadTurn } from './upload-turn.ts';
import { storePaper, writePaper } from './write-paper.ts';

type Asked = Omit<UploadFields, 'document'> & { document: DocumentCode };

/**
 * Takes a paper of a client: reads what is sent, has it looked at and written anew, stores it sealed, and records that it
 * came. Row, bytes, event and plan become true together or not at all.
 * @throws Problem 404, 408, 413, 422 `paper_refused`, `paper_bears_number`, `say_no_number`, 503
 */
export async function uploadPaper(
  platform: Platform,
  me: Colleague,
  fileId: string,
  request: IncomingMessage,
): Promise<PaperChange> {
  await assertFile(platform, me, fileId);
  return inUploadTurn(platform, request, () => takeIn(platform, me, fileId, request));
}

async function takeIn(
  platform: Platform,
  me: Colleague,
  fileId: string,
  request: IncomingMessage,
): Promise<PaperChange> {
  const { fields, files } = await readUpload(request, platform.config.UPLOAD_MAX_MB, (said) => {
    if (said.document in PAPERS_WITH_NUMBER) throw bearsNumber(said.document as PaperWithNumber);
  });
  const asked = { ...fields, id: fields.id.toLowerCase(), document: fields.document as DocumentCode };
  // Sent again by a browser that did not hear the answer.
  if (await isKnown(platform, me, asked.id)) return { paper: await readPaper(platform, me, asked.id), change: null };
  const taken = await takeUpload(platform, files);
  if (taken.showsNumber) throw showsNumber(taken.soundsLike, asked.document === 'relative_attestation');
  if (taken.hasPictures && !asked.noNumberShown) throw sayNoNumber();
  const change = await keep(platform, me, fileId, asked, taken, nameOf(files));
  return { paper: await readPaper(platform, me, asked.id), change };
}

async function keep(
  platform: Platform,
  me: Colleague,
  fileId: string,
  { id, document, member, replaces }: Asked,
  taken: Taken,
  name: string,
): Promise<Change | null> {
  const { agencyId, userId } = me;
  const stored = await storePaper(platform, me, taken);
  const kept = platform.database.asAgency(agencyId, async (tx) => {
    const { eventId, change } = await recordAbout(
      platform,
      tx,
      fileId,
      { userId, paperId: id },
      {
        type: 'document_received',
        document,
        member,
      },
    );
    if (replaces !== null) await replace(tx, me, fileId, replaces);
    const paper = { id, fileId, document, member, name, receivedEvent: eventId, uploadedBy: userId };
    await writePaper(tx, platform.keys, paper, stored);
    return change;
  });
  return kept.catch(async (error: unknown) => {
    // Its twin was faster: one paper.
    if (error instanceof Error && 'constraint' in error && error.constraint === 'papers_pkey') return null;
    throw error;
  });
}

/** The paper that this one stands in for goes; that it had come stays true. */
async function replace(tx: Tx, me: Colleague, fileId: string, paperId: string) {
  const gone = await tx.execute(
    `UPDATE papers SET state = 'removed', removed_at = now(), removed_by = $4, removal = '{}'
     WHERE agency_id = $1 AND file_id = $2 AND id = $3 AND state <> 'removed'`,
    [tx.agencyId, fileId, paperId, me.userId],
  );
  if (gone === 0) throw notFound('paper');
}

async function assertFile({ database }: Platform, me: Colleague, fileId: string) {
  const found = await database.asAgency(me.agencyId, (tx) =>
    tx.maybeOne('SELECT 1 FROM files WHERE agency_id = $1 AND id = $2', [me.agencyId, fileId]),
  );
  if (!found) throw notFound('file');
}

async function isKnown({ database }: Platform, me: Colleague, id: string): Promise<boolean> {
  return (
    (await database.asAgency(me.agencyId, (tx) =>
      tx.maybeOne('SELECT 1 FROM papers WHERE agency_id = $1 AND id = $2', [me.agencyId, id]),
    )) !== null
  );
}

const NAME_LONGEST = 120;
// Path, line ends, and what turns the direction of writing so that an ending seems another.
const UNFIT = /[\p{Cc}\p{Cf}<>:"|?*]/gu;

/** What a file is called, for people to know it again: never a path, never a number. */
function nameOf([first, ...others]: readonly UploadedFile[]): string {
  const plain = (first?.name ?? '').split(/[/\\]/).at(-1)?.replace(UNFIT, '').trim().slice(0, NAME_LONGEST) ?? '';
  const name = plain === '' || containsNir(plain) ? '–' : plain;
  return others.length === 0 ? name : `${name} +${others.length}`;
}
