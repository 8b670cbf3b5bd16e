-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "honorific" TEXT,
    "title" TEXT,
    "organisation" TEXT,
    "email" TEXT,
    "locale" TEXT,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "personId" TEXT,
    "platform" TEXT NOT NULL,
    "tenant" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "conversation" TEXT,
    "name" TEXT,
    "email" TEXT,
    "locale" TEXT,
    "seenAt" TIMESTAMP(3),
    "unreachable" TEXT,
    "unreachableAt" TIMESTAMP(3),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Login" (
    "tokenHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "madeById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Login_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Plan" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "titleEn" TEXT,
    "source" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkItem" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "typeEn" TEXT,
    "title" TEXT NOT NULL,
    "titleEn" TEXT,
    "quarter" TEXT,
    "draftingAgency" TEXT,
    "note" TEXT,

    CONSTRAINT "WorkItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundProposal" (
    "id" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "fields" TEXT NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RoundProposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "liveKey" TEXT,
    "draftVersion" INTEGER NOT NULL,
    "draftUrl" TEXT,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "openedById" TEXT,
    "dueAt" TIMESTAMP(3) NOT NULL,
    "dueRule" TEXT NOT NULL,
    "late" TEXT NOT NULL,
    "silence" TEXT NOT NULL,
    "silenceBasis" TEXT,
    "positions" TEXT NOT NULL,
    "askedCount" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "closedAt" TIMESTAMP(3),
    "changeReason" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "dueHandled" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Asked" (
    "roundId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,

    CONSTRAINT "Asked_pkey" PRIMARY KEY ("roundId","personId")
);

-- CreateTable
CREATE TABLE "OpinionDraft" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "position" TEXT,
    "body" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "OpinionDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DraftComment" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "provision" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "proposal" TEXT,
    "place" INTEGER NOT NULL,

    CONSTRAINT "DraftComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Opinion" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "position" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "draftVersion" INTEGER NOT NULL,
    "receipt" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "late" BOOLEAN NOT NULL,
    "recordedById" TEXT,
    "recordedSource" TEXT,

    CONSTRAINT "Opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpinionComment" (
    "id" TEXT NOT NULL,
    "opinionId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "provision" TEXT NOT NULL,
    "remark" TEXT NOT NULL,
    "proposal" TEXT,

    CONSTRAINT "OpinionComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Outbox" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "accountId" TEXT,
    "kind" TEXT NOT NULL,
    "letter" TEXT NOT NULL,
    "subject" TEXT,
    "status" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "notBefore" TIMESTAMP(3) NOT NULL,
    "leasedBy" TEXT,
    "leaseEnds" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ref" TEXT,
    "why" TEXT,
    "sentAt" TIMESTAMP(3),

    CONSTRAINT "Outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" TEXT NOT NULL,
    "outboxId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "result" TEXT NOT NULL,
    "why" TEXT,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Received" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "reply" TEXT NOT NULL,

    CONSTRAINT "Received_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Audit" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "seq" INTEGER,
    "hash" TEXT,

    CONSTRAINT "Audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sample" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Duty" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "duty" TEXT NOT NULL,
    "fromDay" TEXT,
    "toDay" TEXT,

    CONSTRAINT "Duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "starts" TIMESTAMP(3) NOT NULL,
    "ends" TIMESTAMP(3),
    "place" TEXT,
    "note" TEXT,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_key_key" ON "Person"("key");

-- CreateIndex
CREATE INDEX "Person_email_idx" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Role_role_idx" ON "Role"("role");

-- CreateIndex
CREATE UNIQUE INDEX "Role_personId_role_fromDay_key" ON "Role"("personId", "role", "fromDay");

-- CreateIndex
CREATE INDEX "Account_personId_idx" ON "Account"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_platform_tenant_user_key" ON "Account"("platform", "tenant", "user");

-- CreateIndex
CREATE INDEX "Login_personId_idx" ON "Login"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Plan_year_key" ON "Plan"("year");

-- CreateIndex
CREATE UNIQUE INDEX "WorkItem_key_key" ON "WorkItem"("key");

-- CreateIndex
CREATE INDEX "WorkItem_planId_position_idx" ON "WorkItem"("planId", "position");

-- CreateIndex
CREATE INDEX "RoundProposal_byId_idx" ON "RoundProposal"("byId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_liveKey_key" ON "Round"("liveKey");

-- CreateIndex
CREATE INDEX "Round_state_dueAt_idx" ON "Round"("state", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Round_itemId_number_key" ON "Round"("itemId", "number");

-- CreateIndex
CREATE INDEX "Asked_personId_idx" ON "Asked"("personId");

-- CreateIndex
CREATE INDEX "OpinionDraft_personId_idx" ON "OpinionDraft"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OpinionDraft_roundId_personId_key" ON "OpinionDraft"("roundId", "personId");

-- CreateIndex
CREATE INDEX "DraftComment_draftId_idx" ON "DraftComment"("draftId");

-- CreateIndex
CREATE UNIQUE INDEX "Opinion_receipt_key" ON "Opinion"("receipt");

-- CreateIndex
CREATE INDEX "Opinion_personId_idx" ON "Opinion"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Opinion_roundId_personId_version_key" ON "Opinion"("roundId", "personId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "OpinionComment_opinionId_place_key" ON "OpinionComment"("opinionId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "Outbox_key_key" ON "Outbox"("key");

-- CreateIndex
CREATE INDEX "Outbox_status_notBefore_idx" ON "Outbox"("status", "notBefore");

-- CreateIndex
CREATE INDEX "Outbox_personId_subject_idx" ON "Outbox"("personId", "subject");

-- CreateIndex
CREATE INDEX "Outbox_accountId_sentAt_idx" ON "Outbox"("accountId", "sentAt");

-- CreateIndex
CREATE INDEX "Attempt_outboxId_idx" ON "Attempt"("outboxId");

-- CreateIndex
CREATE INDEX "Received_at_idx" ON "Received"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_seq_key" ON "Audit"("seq");

-- CreateIndex
CREATE INDEX "Audit_subject_idx" ON "Audit"("subject");

-- CreateIndex
CREATE INDEX "Audit_at_idx" ON "Audit"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Team_key_key" ON "Team"("key");

-- CreateIndex
CREATE INDEX "Duty_personId_idx" ON "Duty"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Duty_teamId_personId_duty_key" ON "Duty"("teamId", "personId", "duty");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_name_key" ON "Unit"("name");

-- CreateIndex
CREATE INDEX "Visit_starts_idx" ON "Visit"("starts");

-- CreateIndex
CREATE UNIQUE INDEX "Visit_teamId_unitId_starts_key" ON "Visit"("teamId", "unitId", "starts");

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Login" ADD CONSTRAINT "Login_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkItem" ADD CONSTRAINT "WorkItem_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundProposal" ADD CONSTRAINT "RoundProposal_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "WorkItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "WorkItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Asked" ADD CONSTRAINT "Asked_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Asked" ADD CONSTRAINT "Asked_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionDraft" ADD CONSTRAINT "OpinionDraft_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionDraft" ADD CONSTRAINT "OpinionDraft_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftComment" ADD CONSTRAINT "DraftComment_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "OpinionDraft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionComment" ADD CONSTRAINT "OpinionComment_opinionId_fkey" FOREIGN KEY ("opinionId") REFERENCES "Opinion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outbox" ADD CONSTRAINT "Outbox_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_outboxId_fkey" FOREIGN KEY ("outboxId") REFERENCES "Outbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;
