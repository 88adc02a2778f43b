// The source files of the repository, and what stands in them: imports and syntax tree, read by Vite's own parser.
import fs from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';
import { root } from '../servers/processes.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'generated', 'coverage', 'test-results', 'playwright-report']);

function walk(folder, found) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name) && !entry.name.startsWith('.')) walk(full, found);
    } else if (/\.(ts|tsx|mts|mjs|js)$/.test(entry.name))
      found.push(path.relative(root, full).replaceAll(path.sep, '/'));
  }
  return found;
}

/** Every source file of ours under the given folders, as paths from the root. */
export function sourceFiles(...folders) {
  const wanted = folders.length > 0 ? folders : ['apps', 'packages', 'bench', 'e2e', 'scripts'];
  return wanted
    .flatMap((folder) => (fs.existsSync(path.join(root, folder)) ? walk(path.join(root, folder), []) : []))
    .sort();
}

export const isTest = (file) => /\.test\.(ts|tsx|mjs)$|\/test\/|\/testing\/|^e2e\//.test(file);
export const isGenerated = (file) => /\.gen(\.d)?\.ts$|\/generated\/|^packages\/rules\/src\/caisses\.ts$/.test(file);
export const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

const parsed = new Map();

/** @returns {{ text: string, program: object, imports: { to: string, line: number, typeOnly: boolean }[], lineAt(offset: number): number }} */
export function parse(file, text = read(file)) {
  const held = parsed.get(file);
  if (held?.text === text) return held;
  const { program, module } = parseSync(file, text);
  const lineAt = (offset) => text.slice(0, offset).split('\n').length;
  const imports = [];
  const add = (request, typeOnly) => imports.push({ to: request.value, line: lineAt(request.start), typeOnly });
  for (const { moduleRequest, entries } of module.staticImports)
    add(moduleRequest, entries.length > 0 && entries.every((entry) => entry.isType));
  for (const { entries } of module.staticExports) {
    const from = entries.filter((entry) => entry.moduleRequest);
    if (from.length > 0)
      add(
        from[0].moduleRequest,
        from.every((entry) => entry.isType),
      );
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const value = text.slice(moduleRequest.start, moduleRequest.end);
    if (/^(['"]).*\1$/.test(value)) add({ ...moduleRequest, value: value.slice(1, -1) }, false);
  }
  const result = { text, program, imports, lineAt };
  parsed.set(file, result);
  return result;
}

/** Visits every node of the tree with its parent. */
export function visit(node, seen, parent = null) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) visit(one, seen, parent);
    return;
  }
  if (typeof node.type !== 'string') return;
  seen(node, parent);
  for (const [key, value] of Object.entries(node))
    if (key !== 'parent' && typeof value === 'object') visit(value, seen, node);
}

/** Whether a node is the use of a global of that name: not a property, a key or a type. */
export function usesGlobal(node, parent, name) {
  if (node.type !== 'Identifier' || node.name !== name) return false;
  if (parent?.type === 'MemberExpression' && parent.property === node && !parent.computed) return false;
  if (
    (parent?.type === 'Property' || parent?.type === 'PropertyDefinition') &&
    parent.key === node &&
    !parent.shorthand
  )
    return false;
  return !parent?.type.startsWith('TS');
}
