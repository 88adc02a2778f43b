// Settings are parsed once, in platform/config.ts. What else reads the environment would escape its complaint at start.
import { isTest, parse, sourceFiles, usesGlobal, visit } from './source.mjs';

export const title = 'settings are read in one place';

const MAY = (file) =>
  file === 'apps/api/src/platform/config.ts' ||
  /\.config\.(ts|mts|mjs|js)$/.test(file) ||
  /^(scripts|bench|e2e)\//.test(file) ||
  isTest(file);

export function check(files = sourceFiles('apps', 'packages'), parseFile = parse) {
  const findings = [];
  for (const file of files.filter((one) => !MAY(one))) {
    const { program, lineAt } = parseFile(file);
    // A command-line door (`if (import.meta.main)`) hands its environment on; nothing is read behind it.
    const doors = [];
    visit(program, (node) => {
      if (node.type === 'IfStatement' && isMain(node.test)) doors.push([node.start, node.end]);
    });
    visit(program, (node, parent) => {
      const environment =
        node.type === 'MemberExpression' && usesGlobal(node.object, node, 'process') && node.property.name === 'env';
      const viteEnvironment =
        node.type === 'MemberExpression' && node.object.type === 'MetaProperty' && node.property.name === 'env';
      if (viteEnvironment && ['DEV', 'PROD', 'MODE', 'SSR'].includes(parent?.property?.name)) return;
      if (!environment && !viteEnvironment) return;
      if (doors.some(([start, end]) => node.start >= start && node.end <= end)) return;
      findings.push({
        file,
        line: lineAt(node.start),
        problem: 'reads the environment; add the setting to apps/api/src/platform/config.ts and pass it in',
      });
    });
  }
  return { findings };
}

const isMain = (test) =>
  test.type === 'MemberExpression' && test.object.type === 'MetaProperty' && test.property.name === 'main';
