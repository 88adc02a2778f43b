import type { Problem } from '@suivi/contracts/problem';
import { documentOf } from './which-paper.ts';
import type { PaperValue } from './which-paper.ts';

/** What a chosen file is to the desk. A HEIC picture is one that most browsers cannot show. */
export type Kind = 'picture' | 'heic' | 'pdf' | 'other';

/** A file on its way to being a paper of the client. */
export type Upload = {
  id: string;
  file: File;
  kind: Kind;
  /** Which paper it is; null until somebody says. */
  paper: PaperValue | null;
  /** The paper was proposed and nobody has touched it yet. */
  proposed: boolean;
  /** A person must look whether a social security number is visible: at pictures; at a PDF that has no text to search. */
  toLookAt: boolean;
  /** A person has looked, and none is. */
  confirmed: boolean;
  /** How many parts are blacked out. */
  blackedOut: number;
  state: 'waiting' | 'sending' | 'done' | 'refused';
  /** How much has left, 0 to 1. */
  share: number;
  problem: Problem | null;
};

export type Change =
  | { do: 'add'; uploads: Upload[] }
  | { do: 'assign'; id: string; paper: PaperValue | null }
  | { do: 'confirm'; id: string; confirmed: boolean }
  | { do: 'replace'; id: string; file: File; kind: Kind; parts: number }
  | { do: 'send'; id: string }
  | { do: 'progress'; id: string; share: number }
  | { do: 'done'; id: string }
  | { do: 'refuse'; id: string; problem: Problem }
  | { do: 'cancel'; id: string }
  | { do: 'remove'; id: string }
  | { do: 'clear' };

/** The list of uploads after a change. One that fails or is cancelled keeps its file and all that was said of it. */
export function changed(uploads: readonly Upload[], change: Change): readonly Upload[] {
  if (change.do === 'add') return [...uploads, ...change.uploads];
  if (change.do === 'clear') return uploads.filter(({ state }) => state !== 'done');
  if (change.do === 'remove') return uploads.filter(({ id }) => id !== change.id);
  return uploads.map((upload) => (upload.id === change.id ? after(upload, change) : upload));
}

function after(upload: Upload, change: Exclude<Change, { do: 'add' | 'remove' | 'clear' }>): Upload {
  switch (change.do) {
    case 'assign':
      return { ...upload, paper: change.paper, proposed: false, ...asked(upload) };
    case 'confirm':
      return { ...upload, confirmed: change.confirmed };
    case 'replace':
      // Another picture: what was confirmed of the one before does not count for it.
      return {
        ...upload,
        file: change.file,
        kind: change.kind,
        blackedOut: change.parts,
        toLookAt: true,
        confirmed: false,
        ...asked(upload),
      };
    case 'send':
      return { ...upload, state: 'sending', share: 0, problem: null };
    case 'progress':
      return upload.state === 'sending' ? { ...upload, share: change.share } : upload;
    case 'done':
      return { ...upload, state: 'done', share: 1 };
    case 'refuse':
      if (change.problem.type === NOT_LOOKED_AT) return { ...upload, state: 'waiting', share: 0, toLookAt: true };
      return { ...upload, state: 'refused', problem: change.problem };
    case 'cancel':
      return upload.state === 'sending' ? { ...upload, state: 'waiting', share: 0 } : upload;
  }
}

/** A changed answer may be sent again: the refusal was of the one before. */
const asked = ({ state }: Upload): Partial<Upload> => (state === 'refused' ? { state: 'waiting', problem: null } : {});

/** What a person still has to say before it can be sent; null: it can. */
export type Missing = 'paper' | 'number_paper' | 'confirmation';
export function missingOf({ paper, toLookAt, confirmed }: Upload): Missing | null {
  if (paper === null) return 'paper';
  if (documentOf(paper) === null) return 'number_paper';
  if (toLookAt && !confirmed) return 'confirmation';
  return null;
}

/** The server's name for a paper without text that nobody has looked at. */
const NOT_LOOKED_AT = 'say_no_number';

export const isPicture = (kind: Kind): boolean => kind === 'picture' || kind === 'heic';

/** What one choice of a file makes of it. */
export const uploadOf = (file: File, paper: PaperValue | null): Upload => {
  const kind = kindOf(file);
  return {
    id: crypto.randomUUID(),
    file,
    kind,
    paper,
    proposed: paper !== null,
    toLookAt: isPicture(kind),
    confirmed: false,
    blackedOut: 0,
    state: 'waiting',
    share: 0,
    problem: null,
  };
};

/**
 * What can be sent: the files of one paper together, as its pages, once nothing is missing for any of them. What was
 * refused goes again only when it is asked for by itself.
 */
export function readyToSend(uploads: readonly Upload[]): Upload[][] {
  const papers = new Map<PaperValue, Upload[]>();
  for (const upload of uploads)
    if (upload.state === 'waiting' && upload.paper !== null)
      papers.set(upload.paper, [...(papers.get(upload.paper) ?? []), upload]);
  return [...papers.values()].filter((pages) => pages.every((page) => missingOf(page) === null));
}

/** By its type where the browser knows it, else by its name: browsers know no HEIC on Windows. What it is, the server finds out. */
export function kindOf({ type, name }: Pick<File, 'type' | 'name'>): Kind {
  if (/^image\/hei[cf]/.test(type) || /\.hei[cf]$/i.test(name)) return 'heic';
  if (type === 'image/jpeg' || type === 'image/png' || type === 'image/webp' || /\.(jpe?g|png|webp)$/i.test(name))
    return 'picture';
  if (type === 'application/pdf' || /\.pdf$/i.test(name)) return 'pdf';
  return 'other';
}

/**
 * What the file dialog offers. An iPhone turns HEIC into JPEG by itself as long as the field does not accept HEIC; on
 * other machines a HEIC file is one like any other.
 */
export function acceptedBy({ userAgent, maxTouchPoints }: Pick<Navigator, 'userAgent' | 'maxTouchPoints'>): string {
  const plain = 'image/jpeg,image/png,application/pdf';
  const apple = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
  return apple ? plain : `${plain},image/heic,image/heif,.heic,.heif`;
}
