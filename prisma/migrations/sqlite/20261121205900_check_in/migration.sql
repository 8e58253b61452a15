-- CreateTable
CREATE TABLE "CheckIn" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "eventId" INTEGER NOT NULL,
    "kaderId" INTEGER,
    "number" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "via" TEXT NOT NULL,
    "nonce" TEXT,
    "byAccountId" INTEGER,
    "walkIn" BOOLEAN NOT NULL DEFAULT false,
    "walkInReason" TEXT,
    "name" TEXT,
    "jabatan" TEXT,
    "kecamatanCode" TEXT,
    "kelurahanCode" TEXT,
    "distance" INTEGER,
    "leftAt" DATETIME,
    "undoneAt" DATETIME,
    "undoneById" INTEGER,
    CONSTRAINT "CheckIn_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CheckIn_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IssuedDocument" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "eventId" INTEGER NOT NULL,
    "checkInId" INTEGER,
    "facts" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "createdById" INTEGER,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "IssuedDocument_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IssuedDocument_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Event" ADD COLUMN "checkInOpenedAt" DATETIME;
ALTER TABLE "Event" ADD COLUMN "checkInClosedAt" DATETIME;
ALTER TABLE "Event" ADD COLUMN "checkInKey" TEXT;
ALTER TABLE "Event" ADD COLUMN "checkInCount" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "Event" ADD COLUMN "latitude" REAL;
ALTER TABLE "Event" ADD COLUMN "longitude" REAL;
ALTER TABLE "Event" ADD COLUMN "radius" INTEGER;

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_nonce_key" ON "CheckIn"("nonce");

-- CreateIndex
CREATE INDEX "CheckIn_kaderId_idx" ON "CheckIn"("kaderId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_eventId_kaderId_key" ON "CheckIn"("eventId", "kaderId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_eventId_number_key" ON "CheckIn"("eventId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "IssuedDocument_code_key" ON "IssuedDocument"("code");

-- CreateIndex
CREATE UNIQUE INDEX "IssuedDocument_checkInId_key" ON "IssuedDocument"("checkInId");

-- CreateIndex
CREATE INDEX "IssuedDocument_eventId_kind_idx" ON "IssuedDocument"("eventId", "kind");
