-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "recordedById" INTEGER;

-- CreateTable
CREATE TABLE "Nudge" (
    "id" SERIAL NOT NULL,
    "eventId" INTEGER NOT NULL,
    "kaderId" INTEGER NOT NULL,
    "byAccountId" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Nudge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DigestRun" (
    "id" SERIAL NOT NULL,
    "eventId" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "status" "ReminderStatus" NOT NULL,
    "count" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "DigestRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Nudge_kaderId_idx" ON "Nudge"("kaderId");

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_eventId_kaderId_day_key" ON "Nudge"("eventId", "kaderId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "DigestRun_eventId_day_key" ON "DigestRun"("eventId", "day");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Nudge" ADD CONSTRAINT "Nudge_byAccountId_fkey" FOREIGN KEY ("byAccountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DigestRun" ADD CONSTRAINT "DigestRun_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
