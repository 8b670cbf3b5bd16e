-- AlterTable
ALTER TABLE "RemarkAnswer" ADD COLUMN "objectedAt" DATETIME;
ALTER TABLE "RemarkAnswer" ADD COLUMN "objectedIn" INTEGER;
ALTER TABLE "RemarkAnswer" ADD COLUMN "objection" TEXT;
