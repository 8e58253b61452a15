-- AlterTable
ALTER TABLE "ImportFile" ADD COLUMN "choices" JSONB;
ALTER TABLE "ImportFile" ADD COLUMN "undoneAt" DATETIME;
ALTER TABLE "ImportFile" ADD COLUMN "undoneById" INTEGER;

-- CreateTable
CREATE TABLE "IncentiveNotice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kaderId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "importId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "PeriodLock" (
    "period" TEXT NOT NULL PRIMARY KEY,
    "lockedById" INTEGER,
    "lockedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "ImportRows" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "importId" INTEGER NOT NULL,
    "rows" JSONB NOT NULL,
    CONSTRAINT "ImportRows_importId_fkey" FOREIGN KEY ("importId") REFERENCES "ImportFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportRequest" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "importId" INTEGER NOT NULL,
    "deed" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "askedById" INTEGER,
    "askedAt" DATETIME NOT NULL,
    "decision" TEXT,
    "decidedById" INTEGER,
    "decidedAt" DATETIME,
    CONSTRAINT "ImportRequest_importId_fkey" FOREIGN KEY ("importId") REFERENCES "ImportFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_IncentiveChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kaderId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "importId" INTEGER,
    "undo" BOOLEAN NOT NULL DEFAULT false,
    "before" JSONB,
    "after" JSONB,
    "fromStatus" TEXT,
    "toStatus" TEXT,
    "at" DATETIME NOT NULL,
    CONSTRAINT "IncentiveChange_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- A change belongs to person and month from now on.
INSERT INTO "new_IncentiveChange" ("id", "kaderId", "period", "importId", "before", "after", "fromStatus", "toStatus", "at")
SELECT change."id", incentive."kaderId", incentive."period", change."importId", change."before", change."after",
    json_extract(change."before", '$.status'), json_extract(change."after", '$.status'), change."at"
FROM "IncentiveChange" AS change JOIN "Incentive" AS incentive ON incentive."id" = change."incentiveId";
DROP TABLE "IncentiveChange";
ALTER TABLE "new_IncentiveChange" RENAME TO "IncentiveChange";
CREATE INDEX "IncentiveChange_kaderId_period_idx" ON "IncentiveChange"("kaderId", "period");
CREATE INDEX "IncentiveChange_importId_idx" ON "IncentiveChange"("importId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE INDEX "IncentiveNotice_importId_idx" ON "IncentiveNotice"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "IncentiveNotice_kaderId_period_status_key" ON "IncentiveNotice"("kaderId", "period", "status");

-- CreateIndex
CREATE INDEX "ImportRows_importId_idx" ON "ImportRows"("importId");

-- CreateIndex
CREATE INDEX "ImportRequest_importId_idx" ON "ImportRequest"("importId");

-- CreateIndex
CREATE INDEX "ImportFile_kind_status_idx" ON "ImportFile"("kind", "status");

-- Files that wait to be applied are kept in another form from now on; they have to be sent again.
UPDATE "ImportFile" SET "status" = 'CANCELLED', "table" = '[]' WHERE "status" = 'PREVIEWED';
