-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN "pauseReason" TEXT;
