import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { decode } from '../apps/api/src/documents/decode/decoder.ts';
import { keepObject, putObject, readObject } from '../apps/api/src/objects/store-object.ts';
import { median, ms, quantile, report, timed, whole } from './figures.ts';
import { openScene } from './scene.ts';

/**
 * A passport of 5 MB into the store: its row, its key, every chunk sealed and hashed, on the disk for good; then out again.
 * What it takes in memory is the highest that the process has stood at, so the large object comes last.
 */
const MEGABYTE = 1_000_000;
const RUNS = 40;

const scene = await openScene();
const { platform, me } = scene;
const passport = randomBytes(5 * MEGABYTE);

/** As it comes from a request: in pieces, none of which is kept. */
async function* streamed(megabytes: number): AsyncGenerator<Buffer> {
  const piece = randomBytes(MEGABYTE / 16);
  for (let n = 0; n < megabytes * 16; n++) {
    yield Buffer.from(piece);
    await Promise.resolve();
  }
}
const object = { mediaType: 'image/jpeg', createdBy: me.userId };
const put = (content: Parameters<typeof putObject>[3]) => putObject(platform, me.agencyId, object, content);
const highest = () => process.resourceUsage().maxRSS / 1024;

await put(streamed(1)); // warm
const atRest = highest();
await put(streamed(5));
const forPassport = highest() - atRest;

const puts: number[] = [];
const reads: number[] = [];
for (let n = 0; n < RUNS; n++) {
  const [{ id }, took] = await timed(() => put(passport));
  puts.push(took);
  await platform.database.asAgency(me.agencyId, (tx) => keepObject(tx, id));
  const [, read] = await timed(async () => {
    const { bytes } = await readObject(platform, me.agencyId, id);
    for await (const _ of bytes); // as a response would
  });
  reads.push(read);
}
const before = highest();
const [, largeTook] = await timed(() => put(streamed(500)));
const forLarge = highest() - before;

// A phone's photo as large: 12 million points, grainy as photos are.
const grain = await sharp({
  create: {
    width: 4_000,
    height: 3_000,
    channels: 3,
    background: '#888',
    noise: { type: 'gaussian', mean: 128, sigma: 18 },
  },
})
  .jpeg({ quality: 82 })
  .toBuffer();
const decodes: number[] = [];
for (let n = 0; n < 8; n++) decodes.push((await timed(() => decode('picture', [grain])))[1]);

report([
  {
    what: 'a passport of 5 MB sealed, stored and on the disk, median of 40 (95th percentile)',
    figure: `${ms(median(puts))} (${ms(quantile(puts, 0.95))})`,
  },
  {
    what: 'the same opened again, median (95th percentile)',
    figure: `${ms(median(reads))} (${ms(quantile(reads, 0.95))})`,
  },
  { what: 'memory that the first of 5 MB takes, streamed', figure: `${forPassport.toFixed(1)} MiB` },
  {
    what: 'an object of 500 MB, streamed: time, and memory above all before it',
    figure: `${whole(largeTook)} ms, ${forLarge.toFixed(1)} MiB`,
  },
  {
    what: `a photo of ${(grain.length / MEGABYTE).toFixed(1)} MB and 12 million points written anew in a process of its own, median of 8`,
    figure: ms(median(decodes)),
  },
]);
await scene.close();
