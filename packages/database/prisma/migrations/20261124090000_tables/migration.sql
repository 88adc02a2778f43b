-- CreateTable
CREATE TABLE "agencies" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address_lines" TEXT[],
    "telephone" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "demo_day" DATE,
    "sending_paused" BOOLEAN NOT NULL DEFAULT false,
    "next_reference" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agencies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "agency_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "telephone" TEXT,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "may_operate" BOOLEAN NOT NULL DEFAULT false,
    "absent_from" DATE,
    "absent_to" DATE,
    "substitute" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "members_pkey" PRIMARY KEY ("agency_id","user_id")
);

-- CreateTable
CREATE TABLE "operators" (
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'fr',

    CONSTRAINT "operators_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "playbooks" (
    "agency_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "settings" JSONB NOT NULL,
    "published_by" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "playbooks_pkey" PRIMARY KEY ("agency_id","version")
);

-- CreateTable
CREATE TABLE "caisse_addresses" (
    "agency_id" UUID NOT NULL,
    "short_name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "lines" TEXT[],
    "entered_by" UUID NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "caisse_addresses_pkey" PRIMARY KEY ("agency_id","short_name","version")
);

-- CreateTable
CREATE TABLE "files" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "opened_on" DATE NOT NULL,
    "adviser_id" UUID,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "search_text" TEXT NOT NULL,
    "email" TEXT,
    "town" TEXT,
    "caisse" TEXT,
    "department" TEXT,
    "category" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "stage_since" DATE,
    "closed" BOOLEAN NOT NULL DEFAULT false,
    "next_task_key" TEXT,
    "next_task_kind" TEXT,
    "next_due_on" DATE,
    "documents_in_hand" INTEGER NOT NULL DEFAULT 0,
    "documents_needed" INTEGER NOT NULL DEFAULT 0,
    "email_trouble" BOOLEAN NOT NULL DEFAULT false,
    "applicant_sealed" BYTEA NOT NULL,
    "client_sealed" BYTEA NOT NULL,
    "next_review_on" DATE,
    "review_taken_at" TIMESTAMPTZ(3),
    "planned_on" DATE,
    "rules_version" TEXT NOT NULL,
    "playbook_version" INTEGER NOT NULL DEFAULT 0,
    "import_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "files_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "events" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "on" DATE,
    "origin" TEXT NOT NULL DEFAULT 'adviser',
    "sealed" BYTEA NOT NULL,
    "recorded_by" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "due_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "answered_by" UUID,
    "assignee" UUID,
    "snoozed_until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "messages" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "send_on" DATE NOT NULL,
    "send_at" TIMESTAMPTZ(3) NOT NULL,
    "sealed" BYTEA NOT NULL,
    "text_sealed" BYTEA,
    "message_id" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "claimed_at" TIMESTAMPTZ(3),
    "in_data" BOOLEAN NOT NULL DEFAULT false,
    "sent_at" TIMESTAMPTZ(3),
    "held_reason" TEXT,
    "held_by" UUID,
    "failure" TEXT,
    "resent" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "deadlines" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "suspended" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "deadlines_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "agency_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "job" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "run_after" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "audit" (
    "agency_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" UUID,
    "action" TEXT NOT NULL,
    "subject" JSONB NOT NULL,
    "previous" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("agency_id","seq")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "agency_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "status" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("agency_id","user_id","route","key")
);

-- CreateTable
CREATE TABLE "failures" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "file_id" UUID,
    "message_id" UUID,
    "error" TEXT NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),

    CONSTRAINT "failures_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "imports" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reading" JSONB NOT NULL,
    "progress" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "agency_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "checked" BYTEA,
    "verdict" TEXT,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("agency_id","import_id","line")
);

-- CreateTable
CREATE TABLE "pulse" (
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "pulse_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "members_user_id_idx" ON "members"("user_id");

-- CreateIndex
CREATE INDEX "files_agency_id_next_due_on_id_idx" ON "files"("agency_id", "next_due_on", "id");

-- CreateIndex
CREATE INDEX "files_agency_id_last_name_first_name_id_idx" ON "files"("agency_id", "last_name", "first_name", "id");

-- CreateIndex
CREATE INDEX "files_agency_id_stage_id_idx" ON "files"("agency_id", "stage", "id");

-- CreateIndex
CREATE INDEX "files_agency_id_adviser_id_idx" ON "files"("agency_id", "adviser_id");

-- CreateIndex
CREATE UNIQUE INDEX "files_agency_id_reference_key" ON "files"("agency_id", "reference");

-- CreateIndex
CREATE UNIQUE INDEX "files_agency_id_import_key_key" ON "files"("agency_id", "import_key");

-- CreateIndex
CREATE UNIQUE INDEX "events_agency_id_file_id_seq_key" ON "events"("agency_id", "file_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "tasks_agency_id_file_id_key_key" ON "tasks"("agency_id", "file_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "messages_agency_id_file_id_key_key" ON "messages"("agency_id", "file_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "messages_agency_id_message_id_key" ON "messages"("agency_id", "message_id");

-- CreateIndex
CREATE UNIQUE INDEX "deadlines_agency_id_file_id_key_key" ON "deadlines"("agency_id", "file_id", "key");

-- CreateIndex
CREATE INDEX "outbox_run_after_id_idx" ON "outbox"("run_after", "id");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_agency_id_adviser_id_fkey" FOREIGN KEY ("agency_id", "adviser_id") REFERENCES "members"("agency_id", "user_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_agency_id_recorded_by_fkey" FOREIGN KEY ("agency_id", "recorded_by") REFERENCES "members"("agency_id", "user_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_agency_id_assignee_fkey" FOREIGN KEY ("agency_id", "assignee") REFERENCES "members"("agency_id", "user_id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_agency_id_file_id_fkey" FOREIGN KEY ("agency_id", "file_id") REFERENCES "files"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_agency_id_import_id_fkey" FOREIGN KEY ("agency_id", "import_id") REFERENCES "imports"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What only a few values may hold
ALTER TABLE agencies ADD CONSTRAINT agencies_demo_day_check CHECK (demo_day IS NULL OR demo);
ALTER TABLE members ADD CONSTRAINT members_role_check CHECK (role IN ('adviser', 'lead', 'admin'));
ALTER TABLE tasks ADD CONSTRAINT tasks_state_check CHECK (state IN ('open', 'done', 'dropped'));
ALTER TABLE messages ADD CONSTRAINT messages_state_check
  CHECK (state IN ('planned', 'held', 'queued', 'sending', 'sent', 'failed', 'uncertain', 'cancelled'));

-- The hot ones: files due for a review, the work list, messages whose hour has come, sendings that hang
CREATE INDEX files_due_review ON files (next_review_on, agency_id, id) WHERE next_review_on IS NOT NULL;
CREATE INDEX tasks_open_due ON tasks (agency_id, (greatest(due_on, snoozed_until))) WHERE state = 'open';
CREATE INDEX messages_planned ON messages (send_at) WHERE state = 'planned';
CREATE INDEX messages_sending ON messages (claimed_at) WHERE state = 'sending';
CREATE INDEX failures_unresolved ON failures (agency_id, failed_at) WHERE resolved_at IS NULL;
