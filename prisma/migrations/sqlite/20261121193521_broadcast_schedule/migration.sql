-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN "expiry" TEXT;
ALTER TABLE "Broadcast" ADD COLUMN "repeatDay" INTEGER;
ALTER TABLE "Broadcast" ADD COLUMN "scheduledAt" DATETIME;
