-- AlterTable
ALTER TABLE "RemarkAnswer" ADD COLUMN     "objectedAt" TIMESTAMP(3),
ADD COLUMN     "objectedIn" INTEGER,
ADD COLUMN     "objection" TEXT;
