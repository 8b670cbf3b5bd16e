-- AlterTable
ALTER TABLE "Asked" ADD COLUMN "askedAt" DATETIME;
ALTER TABLE "Asked" ADD COLUMN "insteadOfId" TEXT;
