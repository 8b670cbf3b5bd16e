-- AlterTable
ALTER TABLE "Round" ADD COLUMN "answersDueAt" DATETIME;
ALTER TABLE "Round" ADD COLUMN "answersSetAt" DATETIME;
