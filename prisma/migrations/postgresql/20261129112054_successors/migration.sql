-- AlterTable
ALTER TABLE "Asked" ADD COLUMN     "askedAt" TIMESTAMP(3),
ADD COLUMN     "insteadOfId" TEXT;
