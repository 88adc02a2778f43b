import { defineConfig } from 'prisma/config';

// The CLI would download a native schema-engine; generate never runs it, migrations use src/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.OWNER_DATABASE_URL ?? 'postgresql://none' },
});
