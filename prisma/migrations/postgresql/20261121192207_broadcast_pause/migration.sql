-- AlterEnum
ALTER TYPE "BroadcastStatus" ADD VALUE 'PAUSED';

-- AlterEnum
ALTER TYPE "OutboxStatus" ADD VALUE 'HELD';

-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN     "pauseReason" TEXT;
