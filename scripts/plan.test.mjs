import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('plan.mjs', import.meta.url));
const run = (args, input = '', env = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
};
const file = {
  id: 'F-1',
  openedOn: '2026-02-02',
  applicant: {
    category: 'employee',
    birthDate: '1975-05-20',
    birthCountry: 'CA',
    nationalities: ['CA'],
    language: 'en',
    address: { postcode: '33000' },
  },
  events: [],
};
const paths = (text) => JSON.parse(text).issues.map((issue) => issue.path);

describe('npm run plan', () => {
  it('prints a plan and nothing else', () => {
    const { status, stdout, stderr } = run(['-', '--today', '2026-02-10'], JSON.stringify(file));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ file: 'F-1', today: '2026-02-10', stage: 'gathering_documents' });
  });

  it('reads a file from where the user stands, with or without a byte order mark', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'suivi-plan-'));
    try {
      fs.writeFileSync(path.join(folder, 'file.json'), `\ufeff${JSON.stringify(file)}`);
      expect(run(['file.json', '--today=2026-02-10'], '', { INIT_CWD: folder }).status).toBe(0);
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['no day', ['-'], JSON.stringify(file), ['today']],
    ['a day that does not exist', ['-', '--today', '2026-02-30'], JSON.stringify(file), ['today']],
    ['faults of day and file', ['-', '--today', 'soon'], '{}', ['today', 'id', 'openedOn', 'applicant', 'events']],
    ['no JSON', ['-', '--today', '2026-02-10'], '{"note": "2 94 03', ['']],
    ['nothing to read', ['-', '--today', '2026-02-10'], '', ['']],
    ['no such file', ['nowhere.json', '--today', '2026-02-10'], '', ['file']],
    ['a folder', ['.', '--today', '2026-02-10'], '', ['file']],
    ['no file named', ['--today', '2026-02-10'], '', ['file']],
    ['an unknown option', ['-', '--tody', '2026-02-10'], '', ['--tody', '2026-02-10', 'today']],
    ['a missing file of lines', ['nowhere.jsonl', '--lines'], '', ['file']],
  ])('refuses %s: exit 2, the faults on standard error alone', (_, args, input, expected) => {
    const { status, stdout, stderr } = run(args, input);
    expect({ status, stdout, paths: paths(stderr) }).toEqual({ status: 2, stdout: '', paths: expected });
    expect(JSON.parse(stderr).error).toBe('invalid_file');
    expect(stderr).not.toContain('94 03');
  });

  it('answers line by line, in order, whatever is wrong with some', () => {
    const lines = [
      JSON.stringify(file),
      '',
      JSON.stringify({ today: '2026-03-02', file }),
      'no JSON',
      '   ',
      JSON.stringify({ today: 'soon', file: { ...file, id: '' }, more: 1 }),
      JSON.stringify({ file }),
    ].join('\r\n');
    const { status, stdout, stderr } = run(['-', '--lines', '--today', '2026-02-10'], lines);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answers = stdout.trimEnd().split('\n');
    expect(answers).toHaveLength(5);
    expect([0, 1, 4].map((at) => JSON.parse(answers[at]).today)).toEqual(['2026-02-10', '2026-03-02', '2026-02-10']);
    expect([2, 3].map((at) => paths(answers[at]))).toEqual([[''], ['today', 'id', 'more']]);
  });

  it('needs a day for each line', () => {
    const { status, stdout } = run(['-', '--lines'], JSON.stringify(file));
    expect({ status, paths: paths(stdout) }).toEqual({ status: 0, paths: ['today'] });
  });
});
