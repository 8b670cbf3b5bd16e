-- AlterTable
ALTER TABLE "RemarkAnswer" ADD COLUMN "toldOutcome" TEXT;
ALTER TABLE "RemarkAnswer" ADD COLUMN "toldWords" TEXT;
-- What was published before stands as told.
UPDATE "RemarkAnswer" SET "toldOutcome" = "outcome", "toldWords" = "words" WHERE "publishedIn" IS NOT NULL;
