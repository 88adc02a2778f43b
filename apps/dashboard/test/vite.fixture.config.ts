import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fixtureApi } from './fixture-api.ts';

/** The dashboard on invented data, without API or database: `vite --config test/vite.fixture.config.ts`. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  cacheDir: 'node_modules/.vite-fixture',
  plugins: [react(), fixtureApi()],
  server: { port: 4173, strictPort: true, host: '127.0.0.1' },
});
