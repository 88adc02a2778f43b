-- Bytes that no row knows, and since when: they go a day after this database has first missed them, however old they are.
-- A database that is restored, or begun anew beside an old store, has that day to be found out.
CREATE TABLE "unknown_objects" (
    "key" TEXT NOT NULL,
    "missed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unknown_objects_pkey" PRIMARY KEY ("key")
);
GRANT SELECT, INSERT, DELETE ON unknown_objects TO suivi_app;
