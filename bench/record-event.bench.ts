import pg from 'pg';
import { median, ms, quantile, report } from './figures.ts';
import { administrator, openScene, record, typicalFile } from './scene.ts';

/**
 * One recorded event, whole and durable, against the very statements it sent, sent again by plain `pg` to a copy of the
 * same database. The two take turns, so that both meet the same machine.
 */
const FILES = 450;
/** A server is warm: the first events of a process pay for compiling the rules. */
const WARM_UP = 200;

type Sent = { by: pg.Client; text: string; values: unknown[]; name?: string };
let listening: Sent[] | null = null;
const { query } = pg.Client.prototype;
type Query = (this: pg.Client, ...args: unknown[]) => unknown;
// Every statement of the measured transaction goes through here; prepared ones keep their names.
(pg.Client.prototype as { query: Query }).query = function listened(...args) {
  const [first, second] = args;
  if (listening !== null) {
    if (typeof first === 'string')
      listening.push({ by: this, text: first, values: Array.isArray(second) ? second : [] });
    else if (typeof first === 'object' && first !== null && 'text' in first) {
      const { text, values = [], name } = first as { text: string; values?: unknown[]; name?: string };
      listening.push({ by: this, text, values: [...values], ...(name === undefined ? {} : { name }) });
    }
  }
  return (query as Query).apply(this, args);
};

const scene = await openScene();
const files: string[] = [];
for (let n = 0; n < FILES; n++) files.push(await typicalFile(scene, n));

// The copy: every row as it stands now.
const name = `copy_of_${new URL(scene.urls.owner).pathname.slice(1)}`;
const admin = new pg.Client({ connectionString: administrator() });
await admin.connect();
const from = new URL(scene.urls.owner).pathname.slice(1);
// Autovacuum would have counted the rows by now; here they are minutes old.
const owner = new pg.Client({ connectionString: scene.urls.owner });
await owner.connect();
await owner.query('VACUUM ANALYZE');
await owner.end();
// A database can be copied only while nobody is in it.
await scene.meanwhile(async () => {
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${from}`);
});
const copyUrl = new URL(scene.urls.app);
copyUrl.pathname = `/${name}`;
const plain = new pg.Client({ connectionString: copyUrl.href });
await plain.connect();
await plain.query(`SELECT 1`);

const ours: number[] = [];
const theirs: number[] = [];
for (const [n, id] of files.entries()) {
  const sent: Sent[] = [];
  listening = sent;
  const began = performance.now();
  await record(scene, id, 11, { type: 'provisional_number_received' });
  const took = performance.now() - began;
  listening = null;
  // Of all connections, the one that the event was written through: the relay's bell rings on another.
  const writer = sent.find(({ text }) => text.includes('INSERT INTO events'))?.by;
  const own = sent.filter(({ by }) => by === writer);
  const again = performance.now();
  for (const { text, values, name: prepared } of own) await plain.query({ text, values, name: prepared });
  const plainTook = performance.now() - again;
  if (n < WARM_UP) continue;
  ours.push(took);
  theirs.push(plainTook);
}
const pairs = ours.map((value, n) => value / (theirs[n] ?? Number.NaN));
report([
  {
    what: 'One event recorded, planned and reconciled, durable (median, p95)',
    figure: `${ms(median(ours))}, ${ms(quantile(ours, 0.95))}`,
  },
  {
    what: 'The same statements in plain pg (median, p95)',
    figure: `${ms(median(theirs))}, ${ms(quantile(theirs, 0.95))}`,
  },
  { what: 'Ratio, pair by pair (median)', figure: median(pairs).toFixed(2), goal: 'at most 1.3' },
]);
await plain.end();
await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
await admin.end();
await scene.close();
