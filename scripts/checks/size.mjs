// Files stay short enough to be read in one go.
import { isGenerated, isTest, read, sourceFiles } from './source.mjs';

export const title = 'files are short';

const LIMIT = 400;
const P95_LIMIT = 250;
/** Tables of facts and sentences: long because there is much to say, not because much happens. */
const TABLES = [
  /^packages\/rules\/src\/citations\//,
  /^packages\/rules\/src\/caisses?\b.*\.gen\.ts$/,
  /^packages\/emails\/src\/templates\//,
  /\/(names|wording|words|sentences|strings|table|data|en|fr)(\.[a-z]+)?\.tsx?$/,
  /\/locales?\//,
  /^apps\/api\/src\/demo\/demo-[a-z-]*files\.ts$/,
];

const lines = (file) => read(file).trimEnd().split('\n').length;
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

export function check() {
  const sizes = sourceFiles()
    .filter((file) => !isTest(file) && !isGenerated(file) && !TABLES.some((table) => table.test(file)))
    .map((file) => ({ file, lines: lines(file) }))
    .sort((a, b) => b.lines - a.lines);
  if (sizes.length === 0) return { findings: [], note: 'no files yet' };
  const ascending = sizes.map((one) => one.lines).reverse();
  const [median, p95] = [at(ascending, 0.5), at(ascending, 0.95)];
  const findings = sizes
    .filter((one) => one.lines > LIMIT)
    .map((one) => ({
      file: one.file,
      line: LIMIT + 1,
      problem: `has ${one.lines} lines; over ${LIMIT} it does more than one thing: split it`,
    }));
  if (p95 > P95_LIMIT)
    findings.push({
      file: sizes[0].file,
      line: 1,
      problem: `one file in twenty is longer than ${p95} lines (limit ${P95_LIMIT}): split the longest`,
    });
  const longest = sizes.slice(0, 10).map((one) => `      ${String(one.lines).padStart(4)}  ${one.file}`);
  return {
    findings,
    note: `${sizes.length} files, median ${median} lines, 95th percentile ${p95}; the longest:\n${longest.join('\n')}`,
  };
}
