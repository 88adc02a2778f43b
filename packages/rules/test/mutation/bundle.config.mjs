// All tests of the rules and the rules themselves as one CommonJS script, which the runner evaluates anew for each mutant.
import path from 'node:path';
import { defineConfig } from 'vite';

/** In one script no file knows any more where it stood. */
const places = {
  name: 'places',
  transform: (code, id) =>
    path.isAbsolute(id) &&
    code
      .replaceAll('import.meta.dirname', JSON.stringify(path.dirname(id)))
      .replaceAll('import.meta.url', JSON.stringify(new URL(`file://${id}`).href)),
};

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  plugins: [places],
  build: {
    ssr: 'all-tests.ts',
    emptyOutDir: true,
    outDir: '../../../../.data/mutation/bundle',
    minify: false,
    // Packages stay outside: the runner gives them.
    rolldownOptions: {
      external: /^(?![./\0])/,
      output: { format: 'cjs', entryFileNames: 'tests.cjs', codeSplitting: false },
    },
  },
});
