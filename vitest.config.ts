import { defineConfig } from 'vitest/config';

const scripts = { test: { name: 'scripts', include: ['scripts/**/*.test.mjs'] } };

export default defineConfig({
  test: {
    projects: ['packages/{rules,contracts,emails,letters,database}', 'apps/api', 'apps/dashboard', scripts],
    coverage: {
      provider: 'v8',
      include: ['apps/*/src/**', 'packages/*/src/**'],
      exclude: ['**/generated/**', '**/*.gen.ts', '**/*.gen.d.ts'],
      reporter: ['text-summary'],
    },
  },
});
