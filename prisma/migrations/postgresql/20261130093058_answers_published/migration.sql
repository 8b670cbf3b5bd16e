-- AlterTable
ALTER TABLE "RemarkAnswer" ADD COLUMN     "publishedIn" INTEGER;

-- CreateTable
CREATE TABLE "AnswerPublication" (
    "roundId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "unanswered" INTEGER NOT NULL,

    CONSTRAINT "AnswerPublication_pkey" PRIMARY KEY ("roundId","number")
);

-- AddForeignKey
ALTER TABLE "AnswerPublication" ADD CONSTRAINT "AnswerPublication_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;
