import type { TestProject } from 'vitest/node';
import { makeTestDatabase } from './database.ts';
import { testServer } from './server.ts';
import { testServerUrl } from './test.config.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    database: { owner: string; app: string; accounts: string };
  }
}

export default async function setUp(project: TestProject) {
  const server = await testServer(testServerUrl);
  const { drop, ...urls } = await makeTestDatabase(server.url);
  project.provide('database', urls);
  return async () => {
    await drop();
    await server.stop();
  };
}
