-- AlterTable
ALTER TABLE "Login" ADD COLUMN     "brief" BOOLEAN NOT NULL DEFAULT false;
