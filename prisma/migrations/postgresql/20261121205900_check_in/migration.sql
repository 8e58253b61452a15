-- CreateEnum
CREATE TYPE "CheckInVia" AS ENUM ('SCAN', 'CARD', 'DESK');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('ATTENDANCE_LIST', 'CERTIFICATE');

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "checkInClosedAt" TIMESTAMP(3),
ADD COLUMN     "checkInCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "checkInKey" TEXT,
ADD COLUMN     "checkInOpenedAt" TIMESTAMP(3),
ADD COLUMN     "latitude" DOUBLE PRECISION,
ADD COLUMN     "longitude" DOUBLE PRECISION,
ADD COLUMN     "radius" INTEGER;

-- CreateTable
CREATE TABLE "CheckIn" (
    "id" SERIAL NOT NULL,
    "eventId" INTEGER NOT NULL,
    "kaderId" INTEGER,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "via" "CheckInVia" NOT NULL,
    "nonce" TEXT,
    "byAccountId" INTEGER,
    "walkIn" BOOLEAN NOT NULL DEFAULT false,
    "walkInReason" TEXT,
    "name" TEXT,
    "jabatan" "Jabatan",
    "kecamatanCode" TEXT,
    "kelurahanCode" TEXT,
    "distance" INTEGER,
    "leftAt" TIMESTAMP(3),
    "undoneAt" TIMESTAMP(3),
    "undoneById" INTEGER,

    CONSTRAINT "CheckIn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IssuedDocument" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "eventId" INTEGER NOT NULL,
    "checkInId" INTEGER,
    "facts" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "createdById" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "IssuedDocument_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_nonce_key" ON "CheckIn"("nonce");

-- CreateIndex
CREATE INDEX "CheckIn_kaderId_idx" ON "CheckIn"("kaderId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_eventId_kaderId_key" ON "CheckIn"("eventId", "kaderId");

-- CreateIndex
CREATE UNIQUE INDEX "CheckIn_eventId_number_key" ON "CheckIn"("eventId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "IssuedDocument_code_key" ON "IssuedDocument"("code");

-- CreateIndex
CREATE UNIQUE INDEX "IssuedDocument_checkInId_key" ON "IssuedDocument"("checkInId");

-- CreateIndex
CREATE INDEX "IssuedDocument_eventId_kind_idx" ON "IssuedDocument"("eventId", "kind");

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedDocument" ADD CONSTRAINT "IssuedDocument_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IssuedDocument" ADD CONSTRAINT "IssuedDocument_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE SET NULL ON UPDATE CASCADE;
