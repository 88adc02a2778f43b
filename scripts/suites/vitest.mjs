// The tests of packages, API and dashboard: one run over all projects, counted from its JSON report.
import fs from 'node:fs';
import path from 'node:path';
import { show } from './show.mjs';

/** @param words parts of paths: only the files whose path holds one of them */
export async function vitest(folder, words) {
  const report = path.join(folder, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...words];
  const code = await show('vitest', args);
  if (!fs.existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    fs.readFileSync(report, 'utf8'),
  );
  // A file that cannot be loaded has no test that could fail.
  const broken = testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0).length;
  const failed = numFailedTests + broken;
  return {
    passed: numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  };
}
