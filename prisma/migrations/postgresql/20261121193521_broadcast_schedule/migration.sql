-- AlterEnum
ALTER TYPE "BroadcastStatus" ADD VALUE 'SCHEDULED';

-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN     "expiry" TEXT,
ADD COLUMN     "repeatDay" INTEGER,
ADD COLUMN     "scheduledAt" TIMESTAMP(3);
