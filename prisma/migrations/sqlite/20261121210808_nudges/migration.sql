-- CreateTable
CREATE TABLE "Nudge" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "eventId" INTEGER NOT NULL,
    "kaderId" INTEGER NOT NULL,
    "byAccountId" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "dueAt" DATETIME NOT NULL,
    CONSTRAINT "Nudge_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Nudge_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Nudge_byAccountId_fkey" FOREIGN KEY ("byAccountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DigestRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "eventId" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "DigestRun_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN "recordedById" INTEGER CONSTRAINT "Invitation_recordedById_fkey" REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Nudge_kaderId_idx" ON "Nudge"("kaderId");

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_eventId_kaderId_day_key" ON "Nudge"("eventId", "kaderId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "DigestRun_eventId_day_key" ON "DigestRun"("eventId", "day");
