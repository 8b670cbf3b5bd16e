-- AlterTable
ALTER TABLE "Person" ADD COLUMN "timeZone" TEXT;

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN "ladder" TEXT;

-- AlterTable
ALTER TABLE "Round" ADD COLUMN "dueSetAt" DATETIME;
ALTER TABLE "Round" ADD COLUMN "ladder" TEXT;

-- AlterTable
ALTER TABLE "OpinionDraft" ADD COLUMN "byId" TEXT;

-- AlterTable
ALTER TABLE "Opinion" ADD COLUMN "sentById" TEXT;

-- CreateTable
CREATE TABLE "Nudge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "roundId" TEXT,
    "subject" TEXT,
    "step" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    "outboxKey" TEXT NOT NULL,
    CONSTRAINT "Nudge_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Nudge_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Snooze" (
    "personId" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "untilDay" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("personId", "roundId"),
    CONSTRAINT "Snooze_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Snooze_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "note" TEXT,
    "byId" TEXT,
    "at" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "takerId" TEXT NOT NULL,
    "rights" TEXT NOT NULL,
    "itemId" TEXT,
    "fromDay" TEXT NOT NULL,
    "toDay" TEXT NOT NULL,
    "byId" TEXT,
    "at" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "Delegation_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Delegation_takerId_fkey" FOREIGN KEY ("takerId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Delegation_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "WorkItem" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Pace" (
    "platform" TEXT NOT NULL PRIMARY KEY,
    "nextAt" DATETIME NOT NULL,
    "restUntil" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "Nudge_key_key" ON "Nudge"("key");

-- CreateIndex
CREATE INDEX "Nudge_roundId_personId_idx" ON "Nudge"("roundId", "personId");

-- CreateIndex
CREATE INDEX "Nudge_personId_idx" ON "Nudge"("personId");

-- CreateIndex
CREATE INDEX "Nudge_outboxKey_idx" ON "Nudge"("outboxKey");

-- CreateIndex
CREATE INDEX "Absence_personId_idx" ON "Absence"("personId");

-- CreateIndex
CREATE INDEX "Delegation_personId_idx" ON "Delegation"("personId");

-- CreateIndex
CREATE INDEX "Delegation_takerId_idx" ON "Delegation"("takerId");
