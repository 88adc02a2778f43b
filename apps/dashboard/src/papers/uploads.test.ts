import { describe, expect, it } from 'vitest';
import type { Change, Upload } from './uploads.ts';
import { acceptedBy, changed, kindOf, missingOf, readyToSend } from './uploads.ts';

const file = new File(['x'], 'passport.jpg', { type: 'image/jpeg' });
const upload = (more: Partial<Upload> = {}): Upload => ({
  id: 'a',
  file,
  kind: 'picture',
  paper: 'identity',
  proposed: true,
  toLookAt: true,
  confirmed: true,
  blackedOut: 0,
  state: 'waiting',
  share: 0,
  problem: null,
  ...more,
});
const problem = { type: 'too_large', title: 'Too large', status: 413, detail: 'Send a smaller one.' };
const through = (start: Upload, ...changes: Change[]) => changes.reduce(changed, [start] as readonly Upload[])[0];

describe('files on their way', () => {
  it('go when it is known which paper they are and, for a picture, that no number is visible', () => {
    expect(readyToSend([upload()])).toEqual([[upload()]]);
    expect(missingOf(upload({ paper: null }))).toBe('paper');
    expect(missingOf(upload({ confirmed: false }))).toBe('confirmation');
    expect(missingOf(upload({ kind: 'pdf', toLookAt: false, confirmed: false }))).toBeNull();
  });

  it('never go when they are papers that bear the social security number', () => {
    expect(missingOf(upload({ paper: 'carte_vitale' }))).toBe('number_paper');
    expect(readyToSend([upload({ paper: 'attestation', kind: 'pdf' })])).toEqual([]);
  });

  it('go together as the pages of one paper, when all of them are ready', () => {
    const [front, back, rib] = [upload(), upload({ id: 'b' }), upload({ id: 'c', paper: 'rib' })];
    expect(readyToSend([front, rib, back])).toEqual([[front, back], [rib]]);
    expect(readyToSend([front, rib, { ...back, confirmed: false }])).toEqual([[rib]]);
    expect(readyToSend([{ ...front, state: 'done' }, back])).toEqual([[back]]);
  });

  it('are to be looked at when they are a PDF without text, and nothing else is lost', () => {
    const pdf = upload({ kind: 'pdf', toLookAt: false, confirmed: false, state: 'sending' });
    const unseen = { ...problem, type: 'say_no_number' };
    const asked = through(pdf, { do: 'refuse', id: 'a', problem: unseen }) as Upload;
    expect(asked).toMatchObject({ state: 'waiting', problem: null, file });
    expect(missingOf(asked)).toBe('confirmation');
  });

  it('lose nothing when one is refused, and go again once another answer is given', () => {
    const refused = through(
      upload(),
      { do: 'send', id: 'a' },
      { do: 'progress', id: 'a', share: 0.5 },
      { do: 'refuse', id: 'a', problem },
    );
    expect(refused).toMatchObject({ state: 'refused', problem, file, paper: 'identity', confirmed: true });
    expect(through(refused as Upload, { do: 'assign', id: 'a', paper: 'rib' })).toMatchObject({
      state: 'waiting',
      problem: null,
      paper: 'rib',
    });
  });

  it('stay where they are when cancelled', () => {
    const cancelled = through(
      upload(),
      { do: 'send', id: 'a' },
      { do: 'cancel', id: 'a' },
      { do: 'progress', id: 'a', share: 0.9 },
    );
    expect(cancelled).toMatchObject({ state: 'waiting', share: 0, paper: 'identity' });
  });

  it('must be looked at again when another picture takes their place', () => {
    const blackened = through(upload(), { do: 'replace', id: 'a', file, kind: 'picture', parts: 2 });
    expect(blackened).toMatchObject({ confirmed: false, blackedOut: 2 });
  });

  it('do not disturb each other', () => {
    const [, second] = changed([upload(), upload({ id: 'b' })], { do: 'refuse', id: 'a', problem });
    expect(second).toEqual(upload({ id: 'b' }));
    expect(changed([upload({ state: 'done' }), upload({ id: 'b' })], { do: 'clear' })).toEqual([upload({ id: 'b' })]);
  });
});

it.each([
  ['image/heic', 'IMG_1.heic', 'heic'],
  ['', 'IMG_1.HEIC', 'heic'],
  ['image/jpeg', 'a', 'picture'],
  ['', 'scan.PDF', 'pdf'],
  ['image/svg+xml', 'a.svg', 'other'],
  ['text/plain', 'a.txt', 'other'],
])('a file of type %s named %s is a %s', (type, name, kind) => {
  expect(kindOf({ type, name })).toBe(kind);
});

it('an iPhone is not offered HEIC, so that it sends JPEG; other machines are', () => {
  const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)';
  const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
  expect(acceptedBy({ userAgent: iPhone, maxTouchPoints: 5 })).not.toContain('hei');
  expect(acceptedBy({ userAgent: mac, maxTouchPoints: 5 })).not.toContain('hei');
  expect(acceptedBy({ userAgent: mac, maxTouchPoints: 0 })).toContain('image/heic');
});
