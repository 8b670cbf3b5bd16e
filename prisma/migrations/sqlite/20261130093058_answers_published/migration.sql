-- AlterTable
ALTER TABLE "RemarkAnswer" ADD COLUMN "publishedIn" INTEGER;

-- CreateTable
CREATE TABLE "AnswerPublication" (
    "roundId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "unanswered" INTEGER NOT NULL,

    PRIMARY KEY ("roundId", "number"),
    CONSTRAINT "AnswerPublication_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
