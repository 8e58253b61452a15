-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN "parentId" INTEGER REFERENCES "Broadcast" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Broadcast" ADD COLUMN "withdrawnAt" DATETIME;

-- CreateIndex
CREATE INDEX "Broadcast_parentId_idx" ON "Broadcast"("parentId");
