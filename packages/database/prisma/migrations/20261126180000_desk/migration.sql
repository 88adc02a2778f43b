-- The adviser's desk: what is kept outside the database, mandates, papers, and a letter, its sending, what La Poste says
-- of it and its receipt as four records. Recording one never rewrites another's date.

CREATE TABLE "stored_objects" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'arriving',
    "media_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL DEFAULT 0,
    "sha256" BYTEA,
    "key_sealed" BYTEA NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_objects_pkey" PRIMARY KEY ("agency_id","id")
);

CREATE TABLE "mandates" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "signed_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "ended_on" DATE,
    "object_id" UUID,
    "entered_by" UUID,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mandates_pkey" PRIMARY KEY ("agency_id","id")
);

CREATE TABLE "papers" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "member" TEXT,
    "object_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'to_check',
    "pages" INTEGER NOT NULL,
    "scan" TEXT NOT NULL DEFAULT 'not_scanned',
    "sealed" BYTEA NOT NULL,
    "received_event" UUID,
    "verdict_event" UUID,
    "uploaded_by" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "papers_pkey" PRIMARY KEY ("agency_id","id")
);

CREATE TABLE "letters" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "task_key" TEXT,
    "template" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "object_id" UUID,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "sealed" BYTEA NOT NULL,
    "printed_by" UUID,
    "printed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "letters_pkey" PRIMARY KEY ("agency_id","id")
);

CREATE TABLE "sendings" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "letter_id" UUID,
    "event_id" UUID NOT NULL,
    "tracking_number" TEXT,
    "posted_on" DATE NOT NULL,
    "voided" BOOLEAN NOT NULL DEFAULT false,
    "ask_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sendings_pkey" PRIMARY KEY ("agency_id","id")
);

CREATE TABLE "tracking_events" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "sending_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "happened" TIMESTAMPTZ(3) NOT NULL,
    "event_id" UUID,
    "heard_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tracking_events_pkey" PRIMARY KEY ("agency_id","id")
);

CREATE TABLE "receipts" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "object_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'orphan',
    "sending_id" UUID,
    "file_id" UUID,
    "number_read" TEXT,
    "delivered_on" DATE,
    "event_id" UUID,
    "sealed" BYTEA NOT NULL,
    "uploaded_by" UUID,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("agency_id","id")
);

CREATE TABLE "calls" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "caisse" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "local_minute" INTEGER NOT NULL,
    "waited_seconds" INTEGER,
    "talked_seconds" INTEGER,
    "answered" BOOLEAN NOT NULL,
    "client_on_line" BOOLEAN NOT NULL DEFAULT false,
    "called_by" UUID,

    CONSTRAINT "calls_pkey" PRIMARY KEY ("agency_id","id")
);

CREATE INDEX "mandates_agency_id_file_id_idx" ON "mandates"("agency_id", "file_id");

CREATE INDEX "papers_agency_id_file_id_idx" ON "papers"("agency_id", "file_id");

CREATE UNIQUE INDEX "letters_agency_id_file_id_task_key_version_key" ON "letters"("agency_id", "file_id", "task_key", "version");

CREATE INDEX "sendings_agency_id_file_id_idx" ON "sendings"("agency_id", "file_id");

CREATE UNIQUE INDEX "sendings_agency_id_event_id_key" ON "sendings"("agency_id", "event_id");

CREATE UNIQUE INDEX "tracking_events_agency_id_sending_id_code_happened_key" ON "tracking_events"("agency_id", "sending_id", "code", "happened");

CREATE INDEX "calls_agency_id_caisse_idx" ON "calls"("agency_id", "caisse");

CREATE UNIQUE INDEX "calls_agency_id_event_id_key" ON "calls"("agency_id", "event_id");

ALTER TABLE "mandates" ADD CONSTRAINT "mandates_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "mandates" ADD CONSTRAINT "mandates_agency_id_object_id_fkey" FOREIGN KEY ("agency_id", "object_id") REFERENCES "stored_objects"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "papers" ADD CONSTRAINT "papers_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "papers" ADD CONSTRAINT "papers_agency_id_object_id_fkey" FOREIGN KEY ("agency_id", "object_id") REFERENCES "stored_objects"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "letters" ADD CONSTRAINT "letters_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "letters" ADD CONSTRAINT "letters_agency_id_object_id_fkey" FOREIGN KEY ("agency_id", "object_id") REFERENCES "stored_objects"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "sendings" ADD CONSTRAINT "sendings_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "sendings" ADD CONSTRAINT "sendings_agency_id_letter_id_fkey" FOREIGN KEY ("agency_id", "letter_id") REFERENCES "letters"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "tracking_events" ADD CONSTRAINT "tracking_events_agency_id_sending_id_fkey" FOREIGN KEY ("agency_id", "sending_id") REFERENCES "sendings"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "receipts" ADD CONSTRAINT "receipts_agency_id_object_id_fkey" FOREIGN KEY ("agency_id", "object_id") REFERENCES "stored_objects"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "receipts" ADD CONSTRAINT "receipts_agency_id_sending_id_fkey" FOREIGN KEY ("agency_id", "sending_id") REFERENCES "sendings"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "receipts" ADD CONSTRAINT "receipts_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

ALTER TABLE "calls" ADD CONSTRAINT "calls_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


SELECT protect_table(name::regclass) FROM unnest(ARRAY['stored_objects', 'mandates', 'papers', 'letters', 'sendings',
  'tracking_events', 'receipts', 'calls']) AS name;
GRANT SELECT, INSERT, UPDATE, DELETE ON stored_objects TO suivi_app;
GRANT SELECT, INSERT, UPDATE ON mandates, papers, letters, sendings, receipts TO suivi_app;
GRANT SELECT, INSERT ON tracking_events, calls TO suivi_app;

-- A number belongs to one letter of the agency.
CREATE UNIQUE INDEX sendings_number ON sendings (agency_id, tracking_number) WHERE NOT voided AND tracking_number IS NOT NULL;
CREATE INDEX sendings_to_ask ON sendings (ask_at) WHERE ask_at IS NOT NULL;
CREATE INDEX papers_to_check ON papers (agency_id, uploaded_at, id) WHERE state = 'to_check';
CREATE INDEX receipts_open ON receipts (agency_id, uploaded_at) WHERE state IN ('orphan', 'proposed');
CREATE INDEX stored_objects_arriving ON stored_objects (created_at) WHERE state = 'arriving';
