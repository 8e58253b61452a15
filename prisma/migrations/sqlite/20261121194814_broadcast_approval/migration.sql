-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN "approvedById" INTEGER;
