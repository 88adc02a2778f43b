import type { PaperChange } from '@suivi/contracts/papers';
import type { Problem } from '@suivi/contracts/problem';
import { ApiProblem } from '../shell/api.ts';

export type ToSend = {
  /** The same for a paper that is sent again: it is then one paper. */
  id: string;
  fileId: string;
  document: string;
  member: string | null;
  noNumberShown: boolean;
  replaces?: string;
  /** Its pages, in their order. */
  pages: readonly File[];
};

/** A paper on its way: what comes of it, and how to call it back. */
export type Sending = { answer: Promise<PaperChange>; cancel: () => void };

/**
 * Sends a paper and tells how far it is; `fetch` cannot say that of what it sends.
 * @throws ApiProblem for every answer that is no success; DOMException `AbortError` when it was called back
 */
export function sendPaper({ fileId, pages, replaces, ...fields }: ToSend, progress: (share: number) => void): Sending {
  const form = new FormData();
  form.set('id', fields.id);
  form.set('document', fields.document);
  if (fields.member !== null) form.set('member', fields.member);
  form.set('noNumberShown', String(fields.noNumberShown));
  if (replaces !== undefined) form.set('replaces', replaces);
  for (const page of pages) form.append('files', page, page.name);

  const request = new XMLHttpRequest();
  const answer = new Promise<PaperChange>((done, failed) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total === 0 ? 0 : loaded / total));
    request.addEventListener('load', () => {
      const body: unknown = request.response;
      if (request.status >= 200 && request.status < 300) done(body as PaperChange);
      else failed(new ApiProblem(problemIn(body, request.status)));
    });
    request.addEventListener('error', () => failed(new ApiProblem(problemIn(null, 0))));
    request.addEventListener('abort', () => failed(new DOMException('Called back', 'AbortError')));
  });
  request.open('POST', `/api/files/${fileId}/papers`);
  request.responseType = 'json';
  request.setRequestHeader('accept', 'application/json');
  request.send(form);
  return { answer, cancel: () => request.abort() };
}

function problemIn(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'type' in body && 'detail' in body) return body as Problem;
  // A proxy in front of a stopped API answers 502 to 504: for the person it is the same as no connection.
  if (status === 0 || (status >= 502 && status <= 504))
    return { type: 'no_connection', title: 'No connection', status: 0, detail: 'The connection broke. Try again.' };
  return { type: 'unexpected', title: 'Unexpected', status, detail: `The server answered ${status}.` };
}
