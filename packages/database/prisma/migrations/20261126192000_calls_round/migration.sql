-- A call whose event was voided never was: nothing is learned from it.
ALTER TABLE "calls" ADD COLUMN "voided" BOOLEAN NOT NULL DEFAULT false;
GRANT UPDATE ("voided") ON calls TO suivi_app;

-- At which hours a file's calls were tried.
CREATE INDEX "calls_agency_id_file_id_idx" ON "calls"("agency_id", "file_id");

-- The round shows what has been called today.
CREATE INDEX tasks_calls_made ON tasks (agency_id, closed_at) WHERE state = 'done' AND kind = 'call_3646';
