-- AlterTable
ALTER TABLE "Round" ADD COLUMN "answersFrom" TEXT NOT NULL DEFAULT 'closing';
