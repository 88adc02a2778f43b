import fs from 'node:fs';
import path from 'node:path';
import type { Day } from '@suivi/rules/calendar/days';
import type { File } from '@suivi/rules/file';
import { plan } from '@suivi/rules/plan';
import { readFile } from '@suivi/rules/read-file';
import { median, report, whole } from './figures.ts';

/** Plans a second on one core, over the agreed cases: the file is read once, as the database gives it. */
const root = path.resolve(import.meta.dirname, '..');
const folders = [path.join(root, '../shared/cases'), path.join(root, 'packages/rules/cases')].filter(fs.existsSync);
const cases: { file: File; today: Day }[] = folders
  .flatMap((folder) => fs.readdirSync(folder).map((name) => path.join(folder, name)))
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => {
    const { file, today } = JSON.parse(fs.readFileSync(name, 'utf8')) as { file: unknown; today: Day };
    const read = readFile(file);
    return read.ok ? [{ file: read.file, today }] : [];
  });
const lap = () => {
  for (const { file, today } of cases) plan(file, today);
};
for (const end = performance.now() + 2_000; performance.now() < end;) lap();
const speeds = Array.from({ length: 7 }, () => {
  const from = performance.now();
  let laps = 0;
  for (; performance.now() - from < 1_000; laps++) lap();
  return (laps * cases.length * 1_000) / (performance.now() - from);
});
report([{ what: `Plans a second on one core, over ${cases.length} cases`, figure: whole(median(speeds)) }]);
