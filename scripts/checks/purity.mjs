// The rules stay pure: the same file and day give the same plan, in the browser as on the server.
import { isTest, parse, sourceFiles, usesGlobal, visit } from './source.mjs';

export const title = 'the rules are pure';

const CALENDAR = 'packages/rules/src/calendar/days.ts';
const FORBIDDEN = {
  Date: `reads or makes a Date; days are strings, and only ${CALENDAR} counts with them`,
  process: 'reads the process; pass what is needed as an argument',
  fetch: 'goes to the network',
  performance: 'reads a clock; pass the day as an argument',
  setTimeout: 'waits',
  setInterval: 'waits',
  crypto: 'draws lots; pass what is needed as an argument',
  console: 'prints',
  globalThis: 'reaches for globals',
};

export function check(files = sourceFiles('packages/rules'), parseFile = parse) {
  const findings = [];
  const pure = files.filter((file) => !isTest(file));
  for (const file of pure) {
    const { program, lineAt } = parseFile(file);
    visit(program, (node, parent) => {
      const line = () => lineAt(node.start);
      for (const [name, problem] of Object.entries(FORBIDDEN))
        if (usesGlobal(node, parent, name) && !(name === 'Date' && file === CALENDAR))
          findings.push({ file, line: line(), problem: `${problem} (${name})` });
      if (node.type === 'MemberExpression' && usesGlobal(node.object, node, 'Math') && node.property.name === 'random')
        findings.push({ file, line: line(), problem: 'draws lots (Math.random)' });
      if (
        file === CALENDAR &&
        ((node.type === 'NewExpression' && node.callee.name === 'Date' && node.arguments.length === 0) ||
          (node.type === 'MemberExpression' && usesGlobal(node.object, node, 'Date') && node.property.name === 'now'))
      )
        findings.push({ file, line: line(), problem: 'reads the clock; `today` is always an argument' });
    });
  }
  return { findings, note: `${pure.length} files` };
}
