-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Jabatan" AS ENUM ('PSM', 'TKSK');

-- CreateEnum
CREATE TYPE "KaderStatus" AS ENUM ('ACTIVE', 'LEFT');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('ADMIN', 'STAFF', 'COORDINATOR');

-- CreateEnum
CREATE TYPE "ApplicationKind" AS ENUM ('NEW', 'MOVE', 'NEW_NUMBER', 'NEW_ACCOUNT');

-- CreateEnum
CREATE TYPE "ApplicationStatus" AS ENUM ('WAITING', 'APPROVED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "EventStatus" AS ENUM ('DRAFT', 'OPEN', 'CANCELLED');

-- CreateEnum
CREATE TYPE "AnswerChoice" AS ENUM ('HADIR', 'TIDAK_HADIR', 'IZIN');

-- CreateEnum
CREATE TYPE "AnswerVia" AS ENUM ('BUTTON', 'TEXT', 'STAFF');

-- CreateEnum
CREATE TYPE "ReminderStatus" AS ENUM ('DONE', 'MISSED');

-- CreateEnum
CREATE TYPE "BroadcastKind" AS ENUM ('ANNOUNCEMENT', 'INVITATION');

-- CreateEnum
CREATE TYPE "BroadcastStatus" AS ENUM ('DRAFT', 'SENDING', 'DONE', 'CANCELLED');

-- CreateEnum
CREATE TYPE "OutboxStatus" AS ENUM ('PENDING', 'SENDING', 'SENT', 'UNCERTAIN', 'BLOCKED', 'FAILED', 'EXPIRED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "IncentiveStatus" AS ENUM ('PROPOSED', 'VERIFIED', 'PROCESSED', 'TRANSFERRED', 'HELD', 'REJECTED');

-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('KADER', 'INCENTIVE');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('PREVIEWED', 'APPLIED', 'CANCELLED');

-- CreateTable
CREATE TABLE "Kecamatan" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Kecamatan_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Kelurahan" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kecamatanCode" TEXT NOT NULL,

    CONSTRAINT "Kelurahan_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "Kader" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "jabatan" "Jabatan" NOT NULL,
    "kecamatanCode" TEXT NOT NULL,
    "kelurahanCode" TEXT,
    "phone" TEXT,
    "status" "KaderStatus" NOT NULL DEFAULT 'ACTIVE',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Kader_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" SERIAL NOT NULL,
    "telegramId" BIGINT NOT NULL,
    "firstName" TEXT NOT NULL,
    "username" TEXT,
    "consentAt" TIMESTAMP(3),
    "kaderId" INTEGER,
    "linkedAt" TIMESTAMP(3),
    "unreachableAt" TIMESTAMP(3),
    "unreachableReason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grant" (
    "id" SERIAL NOT NULL,
    "accountId" INTEGER NOT NULL,
    "role" "Role" NOT NULL,
    "kecamatanCode" TEXT,
    "kelurahanCode" TEXT,
    "grantedById" INTEGER,
    "grantedAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleInvite" (
    "id" SERIAL NOT NULL,
    "codeHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "kecamatanCode" TEXT,
    "kelurahanCode" TEXT,
    "createdById" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "usedById" INTEGER,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "RoleInvite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Application" (
    "id" SERIAL NOT NULL,
    "kind" "ApplicationKind" NOT NULL,
    "status" "ApplicationStatus" NOT NULL DEFAULT 'WAITING',
    "accountId" INTEGER NOT NULL,
    "kaderId" INTEGER,
    "name" TEXT NOT NULL,
    "jabatan" "Jabatan" NOT NULL,
    "kecamatanCode" TEXT NOT NULL,
    "kelurahanCode" TEXT,
    "phone" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "accountId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3),
    "place" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "answerDeadline" TIMESTAMP(3) NOT NULL,
    "status" "EventStatus" NOT NULL DEFAULT 'DRAFT',
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "invitedAt" TIMESTAMP(3),

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" SERIAL NOT NULL,
    "eventId" INTEGER NOT NULL,
    "kaderId" INTEGER NOT NULL,
    "answer" "AnswerChoice",
    "answerReason" TEXT,
    "answeredAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AnswerEntry" (
    "id" SERIAL NOT NULL,
    "invitationId" INTEGER NOT NULL,
    "answer" "AnswerChoice" NOT NULL,
    "reason" TEXT,
    "via" "AnswerVia" NOT NULL,
    "byAccountId" INTEGER,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "AnswerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReminderRun" (
    "id" SERIAL NOT NULL,
    "eventId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "status" "ReminderStatus" NOT NULL,
    "count" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReminderRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Broadcast" (
    "id" SERIAL NOT NULL,
    "kind" "BroadcastKind" NOT NULL,
    "eventId" INTEGER,
    "content" JSONB NOT NULL,
    "audience" JSONB NOT NULL,
    "status" "BroadcastStatus" NOT NULL DEFAULT 'DRAFT',
    "createdById" INTEGER NOT NULL,
    "progressMessageId" INTEGER,
    "recipientCount" INTEGER NOT NULL DEFAULT 0,
    "unreachableCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "startedAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Broadcast_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" SERIAL NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "broadcastId" INTEGER,
    "kaderId" INTEGER,
    "chatId" BIGINT NOT NULL,
    "method" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 1,
    "status" "OutboxStatus" NOT NULL DEFAULT 'PENDING',
    "notBefore" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sendingAt" TIMESTAMP(3),
    "finishedAt" TIMESTAMP(3),
    "telegramMessageId" INTEGER,
    "reason" TEXT,
    "numberFloor" INTEGER,
    "doubtAt" TIMESTAMP(3),
    "evidence" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MessageNumber" (
    "number" INTEGER NOT NULL,
    "seenAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "MessageNumber_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "IncentiveRate" (
    "id" SERIAL NOT NULL,
    "jabatan" "Jabatan" NOT NULL,
    "fromPeriod" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "payer" TEXT NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "IncentiveRate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Incentive" (
    "id" SERIAL NOT NULL,
    "kaderId" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "status" "IncentiveStatus" NOT NULL,
    "statusDate" TEXT,
    "note" TEXT,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Incentive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncentiveChange" (
    "id" SERIAL NOT NULL,
    "incentiveId" INTEGER NOT NULL,
    "importId" INTEGER,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "IncentiveChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportFile" (
    "id" SERIAL NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "status" "ImportStatus" NOT NULL DEFAULT 'PREVIEWED',
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "table" JSONB NOT NULL,
    "createdById" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "appliedById" INTEGER,
    "appliedAt" TIMESTAMP(3),
    "result" JSONB,

    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "accountId" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Lease" (
    "name" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "InboundUpdate" (
    "updateId" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "handledAt" TIMESTAMP(3),

    CONSTRAINT "InboundUpdate_pkey" PRIMARY KEY ("updateId")
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

-- AddForeignKey
ALTER TABLE "Kelurahan" ADD CONSTRAINT "Kelurahan_kecamatanCode_fkey" FOREIGN KEY ("kecamatanCode") REFERENCES "Kecamatan"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerEntry" ADD CONSTRAINT "AnswerEntry_invitationId_fkey" FOREIGN KEY ("invitationId") REFERENCES "Invitation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReminderRun" ADD CONSTRAINT "ReminderRun_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Broadcast" ADD CONSTRAINT "Broadcast_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OutboxMessage" ADD CONSTRAINT "OutboxMessage_broadcastId_fkey" FOREIGN KEY ("broadcastId") REFERENCES "Broadcast"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Incentive" ADD CONSTRAINT "Incentive_kaderId_fkey" FOREIGN KEY ("kaderId") REFERENCES "Kader"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncentiveChange" ADD CONSTRAINT "IncentiveChange_incentiveId_fkey" FOREIGN KEY ("incentiveId") REFERENCES "Incentive"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
