import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startClamd } from '../../test/clamd-server.ts';
import type { Clamd, Mood } from '../../test/clamd-server.ts';
import { EICAR, pdf } from '../../test/zoo.ts';
import { scanBytes } from './clamd.ts';

let clamd: Clamd;
beforeAll(async () => {
  clamd = await startClamd();
});
beforeEach(() => {
  clamd.mood = 'well';
});
afterAll(() => clamd.close());

describe('the virus scanner', () => {
  it('sees every byte, in pieces', async () => {
    const bytes = Buffer.alloc(300_000, 'paper ');
    expect(await scanBytes(clamd.url, bytes)).toBe('clean');
    expect(clamd.seen.at(-1)?.equals(bytes)).toBe(true);
  });

  it('finds EICAR, plain and attached to a PDF', async () => {
    const attached = await pdf(['a letter'], ({ document }) =>
      document.attach(Buffer.from(EICAR), 'x.com', { mimeType: 'text/plain' }),
    );
    expect(await scanBytes(clamd.url, Buffer.from(EICAR))).toEqual({ infected: 'Eicar-Test-Signature' });
    // Inside, it is deflated: a scanner unpacks it, this one sees what was sent.
    expect(await scanBytes(clamd.url, Buffer.concat([attached, Buffer.from(EICAR)]))).toEqual({
      infected: 'Eicar-Test-Signature',
    });
  });

  it.each<Mood>(['silent', 'cut', 'confused', 'full'])('that is %s has not looked', async (mood) => {
    clamd.mood = mood;
    expect(await scanBytes(clamd.url, Buffer.from('paper'), 300)).toBe('unavailable');
  });

  it('that is down has not looked', async () => {
    expect(await scanBytes('tcp://127.0.0.1:1', Buffer.from('paper'))).toBe('unavailable');
    expect(await scanBytes('unix:/nowhere/clamd.sock', Buffer.from('paper'))).toBe('unavailable');
  });
});
