-- CreateEnum
CREATE TYPE "ImportDeed" AS ENUM ('APPLY', 'UNDO');

-- CreateEnum
CREATE TYPE "ImportDecision" AS ENUM ('APPROVED', 'REJECTED', 'WITHDRAWN', 'OUTDATED');

-- AlterEnum
ALTER TYPE "ImportStatus" ADD VALUE 'UNDONE';

-- DropForeignKey
ALTER TABLE "IncentiveChange" DROP CONSTRAINT "IncentiveChange_incentiveId_fkey";

-- DropIndex
DROP INDEX "IncentiveChange_incentiveId_idx";

-- AlterTable: a change belongs to person and month from now on.
ALTER TABLE "IncentiveChange"
ADD COLUMN     "fromStatus" "IncentiveStatus",
ADD COLUMN     "kaderId" INTEGER,
ADD COLUMN     "period" TEXT,
ADD COLUMN     "toStatus" "IncentiveStatus",
ADD COLUMN     "undo" BOOLEAN NOT NULL DEFAULT false,
ALTER COLUMN "after" DROP NOT NULL;
UPDATE "IncentiveChange" AS change
SET "kaderId" = incentive."kaderId", "period" = incentive."period",
    "fromStatus" = (change."before"->>'status')::"IncentiveStatus",
    "toStatus" = (change."after"->>'status')::"IncentiveStatus"
FROM "Incentive" AS incentive WHERE incentive."id" = change."incentiveId";
ALTER TABLE "IncentiveChange"
ALTER COLUMN "kaderId" SET NOT NULL,
ALTER COLUMN "period" SET NOT NULL,
DROP COLUMN "incentiveId";

-- AlterTable
ALTER TABLE "ImportFile" ADD COLUMN     "choices" JSONB,
ADD COLUMN     "undoneAt" TIMESTAMP(3),
ADD COLUMN     "undoneById" INTEGER;

-- CreateTable
CREATE TABLE "IncentiveNotice" (
    "id" SERIAL NOT NULL,
    "kaderId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "status" "IncentiveStatus" NOT NULL,
    "importId" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "IncentiveNotice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PeriodLock" (
    "period" TEXT NOT NULL,
    "lockedById" INTEGER,
    "lockedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PeriodLock_pkey" PRIMARY KEY ("period")
);

-- CreateTable
CREATE TABLE "ImportRows" (
    "id" SERIAL NOT NULL,
    "importId" INTEGER NOT NULL,
    "rows" JSONB NOT NULL,

    CONSTRAINT "ImportRows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportRequest" (
    "id" SERIAL NOT NULL,
    "importId" INTEGER NOT NULL,
    "deed" "ImportDeed" NOT NULL,
    "digest" TEXT NOT NULL,
    "askedById" INTEGER,
    "askedAt" TIMESTAMP(3) NOT NULL,
    "decision" "ImportDecision",
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "ImportRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "IncentiveNotice_importId_idx" ON "IncentiveNotice"("importId");

-- CreateIndex
CREATE UNIQUE INDEX "IncentiveNotice_kaderId_period_status_key" ON "IncentiveNotice"("kaderId", "period", "status");

-- CreateIndex
CREATE INDEX "ImportRows_importId_idx" ON "ImportRows"("importId");

-- CreateIndex
CREATE INDEX "ImportRequest_importId_idx" ON "ImportRequest"("importId");

-- CreateIndex
CREATE INDEX "IncentiveChange_kaderId_period_idx" ON "IncentiveChange"("kaderId", "period");

-- CreateIndex
CREATE INDEX "IncentiveChange_importId_idx" ON "IncentiveChange"("importId");

-- CreateIndex
CREATE INDEX "ImportFile_kind_status_idx" ON "ImportFile"("kind", "status");

-- AddForeignKey
ALTER TABLE "IncentiveChange" ADD CONSTRAINT "IncentiveChange_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRows" ADD CONSTRAINT "ImportRows_importId_fkey" FOREIGN KEY ("importId") REFERENCES "ImportFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRequest" ADD CONSTRAINT "ImportRequest_importId_fkey" FOREIGN KEY ("importId") REFERENCES "ImportFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Files that wait to be applied are kept in another form from now on, they have to be sent again.
UPDATE "ImportFile" SET "status" = 'CANCELLED', "table" = '[]' WHERE "status" = 'PREVIEWED';
