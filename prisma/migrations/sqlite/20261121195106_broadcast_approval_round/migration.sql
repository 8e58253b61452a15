-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN "approvalRound" INTEGER;
