-- AlterTable
ALTER TABLE "Round" ADD COLUMN "dueBefore" DATETIME;
