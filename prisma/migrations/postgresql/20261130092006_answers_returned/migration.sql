-- AlterTable
ALTER TABLE "RemarkAnswer" ADD COLUMN     "returned" TEXT;
