-- DropIndex
DROP INDEX "OpinionDraft_personId_idx";

-- DropIndex
DROP INDEX "Opinion_personId_idx";

-- DropIndex
DROP INDEX "Outbox_accountId_sentAt_idx";

-- DropIndex
DROP INDEX "Received_at_idx";

-- DropIndex
DROP INDEX "Audit_subject_idx";

-- DropIndex
DROP INDEX "Audit_at_idx";
