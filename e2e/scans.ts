import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { AFile } from './a-file.ts';
import { ask } from './signed-in.ts';

export type Upload = { name: string; mimeType: string; buffer: Buffer };
export type PaperSeen = {
  id: string;
  document: string;
  name: string;
  state: string;
  scan: string;
  mediaType: string;
  pages: { url: string }[];
  download: string;
  verdict: { by: string; fault: string | null; note: string | null; issuedOn: string | null } | null;
};

/** A photographed page, as a telephone sends one: white, with a line of text on it. */
export async function aPicture(page: Page, name: string, text = 'Passport'): Promise<Upload> {
  const data = await page.evaluate((words) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [800, 1000];
    const paint = canvas.getContext('2d');
    if (paint === null) throw new Error('no canvas');
    paint.fillStyle = '#fff';
    paint.fillRect(0, 0, 800, 1000);
    paint.fillStyle = '#1b2130';
    paint.font = '40px serif';
    paint.fillText(words, 80, 120);
    return canvas.toDataURL('image/jpeg', 0.9);
  }, text);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(data.split(',')[1] ?? '', 'base64') };
}

/** A PDF whose text can be searched, of as many pages as there are texts. */
export function aPdf(name: string, ...texts: string[]): Upload {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>'];
  const kids = texts.map((_, i) => `${4 + 2 * i} 0 R`);
  objects.push(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${texts.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  texts.forEach((text, i) => {
    const drawn = `BT /F1 24 Tf 72 720 Td (${text}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    objects.push(`<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`);
  });
  let body = '%PDF-1.4\n';
  const starts = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = starts.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(body + end, 'latin1') };
}

/** Uploads a paper as a colleague would, elsewhere. */
export async function uploaded(page: Page, { id }: AFile, document: string, ...files: Upload[]): Promise<PaperSeen> {
  const form = new FormData();
  form.set('id', crypto.randomUUID());
  form.set('document', document);
  form.set('noNumberShown', 'true');
  for (const { name, mimeType, buffer } of files)
    form.append('files', new File([new Uint8Array(buffer)], name, { type: mimeType }));
  const origin = process.env.BASE_URL ?? 'http://localhost:3000';
  const answer = await page.request.post(`/api/files/${id}/papers`, { multipart: form, headers: { origin } });
  expect(answer.ok(), answer.ok() ? '' : await answer.text()).toBe(true);
  return ((await answer.json()) as { paper: PaperSeen }).paper;
}

export const papersOf = async (page: Page, { id }: AFile): Promise<PaperSeen[]> =>
  (await ask<{ papers: PaperSeen[] }>(page, 'GET', `/api/files/${id}/papers`)).papers;

/** The colour of a stored picture at places given as shares of its width and height, 0 (black) to 255. */
export async function brightness(
  page: Page,
  url: string,
  places: readonly [x: number, y: number][],
): Promise<number[]> {
  const answer = await page.request.get(url);
  expect(answer.ok()).toBe(true);
  const data = (await answer.body()).toString('base64');
  return page.evaluate(
    async ([bytes, where]) => {
      const raw = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([raw], { type: 'image/jpeg' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const paint = canvas.getContext('2d');
      if (paint === null) throw new Error('no canvas');
      paint.drawImage(picture, 0, 0);
      return where.map(([x, y]) => {
        const [red = 0, green = 0, blue = 0] = paint.getImageData(
          Math.floor(x * picture.width),
          Math.floor(y * picture.height),
          1,
          1,
        ).data;
        return Math.max(red, green, blue);
      });
    },
    [data, places] as const,
  );
}

/** Lets files fall where a mouse would. */
export async function dropOn(page: Page, place: Locator, ...files: Upload[]) {
  const carried = await page.evaluateHandle(
    (list) => {
      const carried = new DataTransfer();
      for (const { name, mimeType, data } of list) {
        const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
        carried.items.add(new File([bytes], name, { type: mimeType }));
      }
      return carried;
    },
    files.map(({ buffer, ...file }) => ({ ...file, data: buffer.toString('base64') })),
  );
  await place.dispatchEvent('dragover', { dataTransfer: carried });
  await place.dispatchEvent('drop', { dataTransfer: carried });
}
