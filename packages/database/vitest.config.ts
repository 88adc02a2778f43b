import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { name: 'database', globalSetup: ['./test/global-setup.ts'], testTimeout: 20_000 },
});
