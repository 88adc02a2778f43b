import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNull, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';

const INHERITED = ['Resources', 'MediaBox', 'CropBox', 'Rotate'].map((name) => PDFName.of(name));
const CATALOG = 1;
const PAGES = 2;
const INFO = 3;

export type Head = { title: string; author: string; on: string };

/**
 * A PDF that is written to disk as its parts come: no more than one part is ever held in memory. The same parts make the
 * same bytes.
 */
export class JoinedFile {
  readonly #file: FileHandle;
  readonly #hash = createHash('sha256');
  /** Where each object begins, by its number. */
  readonly #offsets: (number | undefined)[] = [];
  readonly #kids: number[] = [];
  #at = 0;
  #next = INFO + 1;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async begin(path: string): Promise<JoinedFile> {
    const joined = new JoinedFile(await open(path, 'wx', 0o600));
    await joined.#write(Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1'));
    return joined;
  }

  get pages(): number {
    return this.#kids.length;
  }

  /** Adds all pages of a document, which is used up by it. */
  async add(doc: PDFDocument): Promise<void> {
    const pages = new Map(doc.getPages().map((page) => [page.ref.objectNumber, page] as const));
    for (const page of pages.values()) {
      for (const name of INHERITED) {
        const value = page.node.getInheritableAttribute(name);
        if (value) page.node.set(name, value);
      }
      page.node.delete(PDFName.of('Parent'));
    }
    const { Root, Info } = doc.context.trailerInfo;
    const root = Root instanceof PDFRef ? Root.objectNumber : -1;
    const info = Info instanceof PDFRef ? Info.objectNumber : -1;
    const tree = doc.catalog.get(PDFName.of('Pages'));
    const left = new Set([root, info, tree instanceof PDFRef ? tree.objectNumber : -1]);
    const objects = doc.context.enumerateIndirectObjects();
    const base = this.#next;
    const numbers = new Map<number, number>();
    for (const [ref] of objects) numbers.set(ref.objectNumber, base + numbers.size);
    this.#next += numbers.size;
    for (const [ref, object] of objects) {
      const number = numbers.get(ref.objectNumber);
      if (number === undefined || left.has(ref.objectNumber)) continue;
      renumber(object, numbers);
      const page = pages.get(ref.objectNumber);
      if (page) page.node.set(PDFName.of('Parent'), PDFRef.of(PAGES));
      await this.#object(number, bytesOf(object));
    }
    for (const page of doc.getPages()) {
      const number = numbers.get(page.ref.objectNumber);
      if (number !== undefined) this.#kids.push(number);
    }
  }

  /** Writes the end. @returns the hash of the whole file, and its size */
  async end({ title, author, on }: Head): Promise<{ sha256: string; size: number; pages: number }> {
    const text = (value: string) => PDFHexString.fromText(value).toString();
    const day = `(D:${on.replaceAll('-', '')}000000Z)`;
    const kids = this.#kids.map((number) => `${number} 0 R`).join(' ');
    await this.#object(CATALOG, Buffer.from(`<< /Type /Catalog /Pages ${PAGES} 0 R /Lang (fr-FR) >>`));
    await this.#object(PAGES, Buffer.from(`<< /Type /Pages /Count ${this.#kids.length} /Kids [${kids}] >>`));
    // Who and when the letter itself says: no name of a client, no name of a machine, no hour.
    await this.#object(
      INFO,
      Buffer.from(
        `<< /Title ${text(title)} /Author ${text(author)} /Producer (Suivi) /CreationDate ${day} /ModDate ${day} >>`,
      ),
    );
    const start = this.#at;
    const entries = Array.from({ length: this.#next }, (_, number) => {
      const offset = this.#offsets[number];
      return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
    });
    await this.#write(Buffer.from(`xref\n0 ${this.#next}\n${entries.join('')}`));
    await this.#write(
      Buffer.from(
        `trailer\n<< /Size ${this.#next} /Root ${CATALOG} 0 R /Info ${INFO} 0 R >>\nstartxref\n${start}\n%%EOF\n`,
      ),
    );
    await this.#file.close();
    return { sha256: this.#hash.digest('hex'), size: this.#at, pages: this.#kids.length };
  }

  /** Gives up: closes what is open. */
  abandon(): Promise<void> {
    return this.#file.close().catch(() => undefined);
  }

  async #object(number: number, bytes: Uint8Array): Promise<void> {
    this.#offsets[number] = this.#at;
    await this.#write(Buffer.concat([Buffer.from(`${number} 0 obj\n`), bytes, Buffer.from('\nendobj\n')]));
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#hash.update(bytes);
    this.#at += bytes.length;
    await this.#file.write(bytes);
  }
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes());
  object.copyBytesInto(bytes, 0);
  return bytes;
}

/** Gives every object that is named within this one its number in the joined file; what is nowhere becomes nothing. */
function renumber(object: PDFObject, numbers: ReadonlyMap<number, number>): void {
  const seen = new Set<PDFObject>();
  const renamed = (value: PDFObject): PDFObject => {
    if (!(value instanceof PDFRef)) {
      visit(value);
      return value;
    }
    const number = numbers.get(value.objectNumber);
    return number === undefined ? PDFNull : PDFRef.of(number);
  };
  const visit = (value: PDFObject): void => {
    if (seen.has(value)) return;
    seen.add(value);
    if (value instanceof PDFArray) {
      for (let at = 0; at < value.size(); at += 1) value.set(at, renamed(value.get(at)));
    } else if (value instanceof PDFDict) for (const [key, each] of value.entries()) value.set(key, renamed(each));
    else if (value instanceof PDFStream) visit(value.dict);
  };
  visit(object);
}
