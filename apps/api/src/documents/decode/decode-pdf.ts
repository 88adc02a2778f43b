import { renderPdf } from './render-pdf.ts';
import { rewritePdf } from './rewrite-pdf.ts';
import { Refused } from './verdict.ts';
import type { Decoded } from './verdict.ts';

/** A PDF written anew, its pages as pictures, and what its words say. @throws Refused */
export async function decodePdf(bytes: Buffer): Promise<Decoded> {
  const document = await rewritePdf(bytes).catch((error: unknown) => {
    // Where its parts do not fit together, the library falls over in as many ways as there are parts.
    throw error instanceof Refused ? error : new Refused('unreadable_pdf');
  });
  return { mediaType: 'application/pdf', document, ...(await renderPdf(document)) };
}
