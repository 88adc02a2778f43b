/** TEST_PG: an administrator's URL of a PostgreSQL that tests may make databases on. Without it they start one. */
export const testServerUrl = process.env.TEST_PG;
