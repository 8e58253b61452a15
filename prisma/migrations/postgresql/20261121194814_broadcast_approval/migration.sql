-- AlterEnum
ALTER TYPE "BroadcastStatus" ADD VALUE 'WAITING';

-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN     "approvedById" INTEGER;
