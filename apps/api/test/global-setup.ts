// A migrated database of its own for the run, on the server of TEST_PG or on an embedded one.
export { default } from '@suivi/database/test/global-setup';
