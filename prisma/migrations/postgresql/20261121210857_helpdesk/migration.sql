-- CreateEnum
CREATE TYPE "TicketKind" AS ENUM ('QUESTION', 'NOT_RECEIVED', 'WRONG_AMOUNT', 'WRONG_NAME');

-- CreateEnum
CREATE TYPE "TicketStatus" AS ENUM ('OFFERED', 'WAITING', 'ANSWERED', 'CLOSED');

-- CreateTable
CREATE TABLE "Ticket" (
    "id" SERIAL NOT NULL,
    "kind" "TicketKind" NOT NULL,
    "status" "TicketStatus" NOT NULL,
    "accountId" INTEGER NOT NULL,
    "kaderId" INTEGER,
    "period" TEXT,
    "facts" JSONB,
    "openKey" TEXT,
    "takenById" INTEGER,
    "takenAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "waitingSince" TIMESTAMP(3),
    "lastAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "closedById" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketMessage" (
    "id" SERIAL NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "fromOffice" BOOLEAN NOT NULL,
    "accountId" INTEGER,
    "text" TEXT NOT NULL,
    "media" JSONB,
    "source" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TicketMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketCard" (
    "id" SERIAL NOT NULL,
    "ticketId" INTEGER NOT NULL,
    "forOffice" BOOLEAN NOT NULL,
    "chatId" BIGINT NOT NULL,
    "messageId" INTEGER,
    "outboxKey" TEXT,
    "isLive" BOOLEAN NOT NULL,
    "failureToldAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TicketCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CannedAnswer" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdById" INTEGER NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CannedAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_openKey_key" ON "Ticket"("openKey");

-- CreateIndex
CREATE INDEX "Ticket_status_waitingSince_idx" ON "Ticket"("status", "waitingSince");

-- CreateIndex
CREATE INDEX "Ticket_accountId_status_idx" ON "Ticket"("accountId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "TicketMessage_source_key" ON "TicketMessage"("source");

-- CreateIndex
CREATE INDEX "TicketMessage_ticketId_idx" ON "TicketMessage"("ticketId");

-- CreateIndex
CREATE UNIQUE INDEX "TicketCard_outboxKey_key" ON "TicketCard"("outboxKey");

-- CreateIndex
CREATE INDEX "TicketCard_chatId_messageId_idx" ON "TicketCard"("chatId", "messageId");

-- CreateIndex
CREATE INDEX "TicketCard_ticketId_idx" ON "TicketCard"("ticketId");

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketMessage" ADD CONSTRAINT "TicketMessage_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketMessage" ADD CONSTRAINT "TicketMessage_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketCard" ADD CONSTRAINT "TicketCard_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
