import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// In development the API is another process; built, it serves this folder's dist itself.
const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  server: { proxy: { '/api': api, '/admin': api, '/health': api } },
  preview: { proxy: { '/api': api, '/admin': api, '/health': api } },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 900 },
});
