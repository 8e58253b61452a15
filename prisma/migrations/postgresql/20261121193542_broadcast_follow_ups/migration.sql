-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "BroadcastKind" ADD VALUE 'CORRECTION';
ALTER TYPE "BroadcastKind" ADD VALUE 'WITHDRAWAL';

-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN     "parentId" INTEGER,
ADD COLUMN     "withdrawnAt" TIMESTAMP(3);

-- CreateIndex
CREATE INDEX "Broadcast_parentId_idx" ON "Broadcast"("parentId");

-- AddForeignKey
ALTER TABLE "Broadcast" ADD CONSTRAINT "Broadcast_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Broadcast"("id") ON DELETE SET NULL ON UPDATE CASCADE;
