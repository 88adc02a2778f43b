import { defineConfig } from 'vitest/config';

/** Vite compiles decorators with their metadata, as tsconfig.json asks, which Node's type stripping cannot. */
export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        'main.http': 'src/main.http.ts',
        'main.worker': 'src/main.worker.ts',
        'printing-process': 'src/letters/pdf/printing-process.ts',
        seed: 'src/seed.ts',
        'decode-child': 'src/documents/decode/decode-child.ts',
        openapi: 'src/openapi.ts',
      },
      // Prisma's client finds its engine beside itself, so the package stays where it is; Node strips its types.
      external: [/^@suivi\/database\//],
    },
  },
  ssr: { noExternal: [/^@suivi\/(?!database)/] },
  // One migrated PostgreSQL database a run, on the server of TEST_PG or an embedded one of its own.
  test: { name: 'api', globalSetup: ['../../packages/database/test/global-setup.ts'], testTimeout: 20_000 },
});
