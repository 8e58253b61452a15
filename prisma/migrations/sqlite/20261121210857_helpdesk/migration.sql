-- CreateTable
CREATE TABLE "Ticket" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "accountId" INTEGER NOT NULL,
    "kaderId" INTEGER,
    "period" TEXT,
    "facts" JSONB,
    "openKey" TEXT,
    "takenById" INTEGER,
    "takenAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "waitingSince" DATETIME,
    "lastAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    "closedById" INTEGER,
    "revision" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Ticket_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Ticket_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Ticket_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TicketMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ticketId" INTEGER NOT NULL,
    "fromOffice" BOOLEAN NOT NULL,
    "accountId" INTEGER,
    "text" TEXT NOT NULL,
    "media" JSONB,
    "source" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "TicketMessage_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "TicketMessage_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TicketCard" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ticketId" INTEGER NOT NULL,
    "forOffice" BOOLEAN NOT NULL,
    "chatId" BIGINT NOT NULL,
    "messageId" INTEGER,
    "outboxKey" TEXT,
    "isLive" BOOLEAN NOT NULL,
    "failureToldAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TicketCard_ticketId_fkey" FOREIGN KEY ("ticketId") REFERENCES "Ticket" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CannedAnswer" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdById" INTEGER NOT NULL,
    "updatedAt" DATETIME NOT NULL
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
