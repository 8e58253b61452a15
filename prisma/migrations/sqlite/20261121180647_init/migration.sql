-- CreateTable
CREATE TABLE "Kecamatan" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Kelurahan" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kecamatanCode" TEXT NOT NULL,
    CONSTRAINT "Kelurahan_kecamatanCode_fkey" FOREIGN KEY ("kecamatanCode") REFERENCES "Kecamatan" ("code") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Kader" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "jabatan" TEXT NOT NULL,
    "kecamatanCode" TEXT NOT NULL,
    "kelurahanCode" TEXT,
    "phone" TEXT,
    "status" TEXT NOT NULL DEFAULT 'ACTIVE',
    "createdAt" DATETIME NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Account" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "telegramId" BIGINT NOT NULL,
    "firstName" TEXT NOT NULL,
    "username" TEXT,
    "consentAt" DATETIME,
    "kaderId" INTEGER,
    "linkedAt" DATETIME,
    "unreachableAt" DATETIME,
    "unreachableReason" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Account_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "accountId" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "kecamatanCode" TEXT,
    "kelurahanCode" TEXT,
    "grantedById" INTEGER,
    "grantedAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    CONSTRAINT "Grant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RoleInvite" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "codeHash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "kecamatanCode" TEXT,
    "kelurahanCode" TEXT,
    "createdById" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "usedById" INTEGER,
    "usedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Application" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'WAITING',
    "accountId" INTEGER NOT NULL,
    "kaderId" INTEGER,
    "name" TEXT NOT NULL,
    "jabatan" TEXT NOT NULL,
    "kecamatanCode" TEXT NOT NULL,
    "kelurahanCode" TEXT,
    "phone" TEXT,
    "createdAt" DATETIME NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" DATETIME,
    CONSTRAINT "Application_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Application_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Application_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Draft" (
    "accountId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "updatedAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Event" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "title" TEXT NOT NULL,
    "startsAt" DATETIME NOT NULL,
    "endsAt" DATETIME,
    "place" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "answerDeadline" DATETIME NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "createdById" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "invitedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "eventId" INTEGER NOT NULL,
    "kaderId" INTEGER NOT NULL,
    "answer" TEXT,
    "answerReason" TEXT,
    "answeredAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Invitation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Invitation_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "AnswerEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "invitationId" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "reason" TEXT,
    "via" TEXT NOT NULL,
    "byAccountId" INTEGER,
    "at" DATETIME NOT NULL,
    CONSTRAINT "AnswerEntry_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ReminderRun" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "eventId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "dueAt" DATETIME NOT NULL,
    "status" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ReminderRun_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Broadcast" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "eventId" INTEGER,
    "content" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'DRAFT',
    "createdById" INTEGER NOT NULL,
    "progressMessageId" INTEGER,
    "recipientCount" INTEGER NOT NULL DEFAULT 0,
    "unreachableCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    CONSTRAINT "Broadcast_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "dedupeKey" TEXT NOT NULL,
    "broadcastId" INTEGER,
    "kaderId" INTEGER,
    "chatId" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 1,
    "status" TEXT NOT NULL DEFAULT 'PENDING',
    "notBefore" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sendingAt" DATETIME,
    "finishedAt" DATETIME,
    "telegramMessageId" INTEGER,
    "reason" TEXT,
    "numberFloor" INTEGER,
    "doubtAt" DATETIME,
    "evidence" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "OutboxMessage_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MessageNumber" (
    "number" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "seenAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "IncentiveRate" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "jabatan" TEXT NOT NULL,
    "fromPeriod" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "payer" TEXT NOT NULL,
    "label" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Incentive" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kaderId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "statusDate" TEXT,
    "note" TEXT,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Incentive_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "IncentiveChange" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "incentiveId" INTEGER NOT NULL,
    "importId" INTEGER,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "IncentiveChange_incentiveId_fkey" FOREIGN KEY ("incentiveId") REFERENCES "Incentive" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportFile" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'PREVIEWED',
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "table" JSONB NOT NULL,
    "createdById" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "appliedById" INTEGER,
    "appliedAt" DATETIME,
    "result" JSONB
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" DATETIME NOT NULL,
    "accountId" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "expiresAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "InboundUpdate" (
    "updateId" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "payload" JSONB NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "handledAt" DATETIME
);

-- CreateIndex
CREATE INDEX "Kelurahan_kecamatanCode_idx" ON "Kelurahan"("kecamatanCode");

-- CreateIndex
CREATE UNIQUE INDEX "Kader_phone_key" ON "Kader"("phone");

-- CreateIndex
CREATE INDEX "Kader_kecamatanCode_status_idx" ON "Kader"("kecamatanCode", "status");

-- CreateIndex
CREATE INDEX "Kader_kelurahanCode_status_idx" ON "Kader"("kelurahanCode", "status");

-- CreateIndex
CREATE INDEX "Kader_nameKey_idx" ON "Kader"("nameKey");

-- CreateIndex
CREATE UNIQUE INDEX "Account_telegramId_key" ON "Account"("telegramId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_kaderId_key" ON "Account"("kaderId");

-- CreateIndex
CREATE INDEX "Grant_accountId_revokedAt_idx" ON "Grant"("accountId", "revokedAt");

-- CreateIndex
CREATE UNIQUE INDEX "RoleInvite_codeHash_key" ON "RoleInvite"("codeHash");

-- CreateIndex
CREATE INDEX "Application_status_kecamatanCode_idx" ON "Application"("status", "kecamatanCode");

-- CreateIndex
CREATE INDEX "Application_accountId_status_idx" ON "Application"("accountId", "status");

-- CreateIndex
CREATE INDEX "Event_status_startsAt_idx" ON "Event"("status", "startsAt");

-- CreateIndex
CREATE INDEX "Invitation_kaderId_idx" ON "Invitation"("kaderId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_eventId_kaderId_key" ON "Invitation"("eventId", "kaderId");

-- CreateIndex
CREATE INDEX "AnswerEntry_invitationId_idx" ON "AnswerEntry"("invitationId");

-- CreateIndex
CREATE UNIQUE INDEX "ReminderRun_eventId_kind_key" ON "ReminderRun"("eventId", "kind");

-- CreateIndex
CREATE INDEX "Broadcast_status_idx" ON "Broadcast"("status");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_dedupeKey_key" ON "OutboxMessage"("dedupeKey");

-- CreateIndex
CREATE INDEX "OutboxMessage_status_priority_notBefore_id_idx" ON "OutboxMessage"("status", "priority", "notBefore", "id");

-- CreateIndex
CREATE INDEX "OutboxMessage_broadcastId_status_idx" ON "OutboxMessage"("broadcastId", "status");

-- CreateIndex
CREATE INDEX "OutboxMessage_telegramMessageId_idx" ON "OutboxMessage"("telegramMessageId");

-- CreateIndex
CREATE INDEX "MessageNumber_seenAt_idx" ON "MessageNumber"("seenAt");

-- CreateIndex
CREATE UNIQUE INDEX "IncentiveRate_jabatan_fromPeriod_key" ON "IncentiveRate"("jabatan", "fromPeriod");

-- CreateIndex
CREATE INDEX "Incentive_period_status_idx" ON "Incentive"("period", "status");

-- CreateIndex
CREATE UNIQUE INDEX "Incentive_kaderId_period_key" ON "Incentive"("kaderId", "period");

-- CreateIndex
CREATE INDEX "IncentiveChange_incentiveId_idx" ON "IncentiveChange"("incentiveId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- CreateIndex
CREATE INDEX "InboundUpdate_handledAt_idx" ON "InboundUpdate"("handledAt");
