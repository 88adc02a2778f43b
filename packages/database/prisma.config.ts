import { defineConfig } from 'prisma/config';
import { urls } from './database.config.ts';

// The CLI would download a native schema-engine; generate never runs it, migrations use src/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: urls.owner ?? 'postgresql://none' },
});
