-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "answersDueAt" TIMESTAMP(3),
ADD COLUMN     "answersSetAt" TIMESTAMP(3);
