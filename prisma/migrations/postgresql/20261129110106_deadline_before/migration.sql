-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "dueBefore" TIMESTAMP(3);
