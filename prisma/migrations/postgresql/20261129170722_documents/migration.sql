-- AlterTable
ALTER TABLE "Round" ADD COLUMN     "documentId" TEXT,
ADD COLUMN     "dueDays" INTEGER,
ADD COLUMN     "legalBases" TEXT;

-- AlterTable
ALTER TABLE "DraftComment" ADD COLUMN     "documentId" TEXT,
ADD COLUMN     "provisionKey" TEXT,
ADD COLUMN     "provisionText" TEXT;

-- AlterTable
ALTER TABLE "OpinionComment" ADD COLUMN     "documentId" TEXT,
ADD COLUMN     "provisionKey" TEXT,
ADD COLUMN     "provisionText" TEXT;

-- CreateTable
CREATE TABLE "DraftFile" (
    "id" TEXT NOT NULL,
    "draftId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT,
    "dated" TEXT,

    CONSTRAINT "DraftFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpinionFile" (
    "id" TEXT NOT NULL,
    "opinionId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT,
    "dated" TEXT,

    CONSTRAINT "OpinionFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FileContent" (
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "mediaType" TEXT NOT NULL,
    "parts" INTEGER NOT NULL,
    "keptAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "FileContent_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "FilePart" (
    "sha256" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "FilePart_pkey" PRIMARY KEY ("sha256","place")
);

-- CreateTable
CREATE TABLE "IncomingFile" (
    "id" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "document" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "IncomingFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "liveKey" TEXT,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "dated" TEXT,
    "title" TEXT,
    "provisions" TEXT NOT NULL,
    "doubts" TEXT NOT NULL,
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DraftFile_draftId_idx" ON "DraftFile"("draftId");

-- CreateIndex
CREATE INDEX "DraftFile_sha256_idx" ON "DraftFile"("sha256");

-- CreateIndex
CREATE INDEX "OpinionFile_sha256_idx" ON "OpinionFile"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "OpinionFile_opinionId_place_key" ON "OpinionFile"("opinionId", "place");

-- CreateIndex
CREATE INDEX "FileContent_keptAt_idx" ON "FileContent"("keptAt");

-- CreateIndex
CREATE INDEX "IncomingFile_personId_idx" ON "IncomingFile"("personId");

-- CreateIndex
CREATE INDEX "IncomingFile_sha256_idx" ON "IncomingFile"("sha256");

-- CreateIndex
CREATE INDEX "IncomingFile_at_idx" ON "IncomingFile"("at");

-- CreateIndex
CREATE UNIQUE INDEX "Document_liveKey_key" ON "Document"("liveKey");

-- CreateIndex
CREATE INDEX "Document_itemId_version_idx" ON "Document"("itemId", "version");

-- CreateIndex
CREATE INDEX "Document_sha256_idx" ON "Document"("sha256");

-- AddForeignKey
ALTER TABLE "DraftFile" ADD CONSTRAINT "DraftFile_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "OpinionDraft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DraftFile" ADD CONSTRAINT "DraftFile_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "FileContent"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionFile" ADD CONSTRAINT "OpinionFile_opinionId_fkey" FOREIGN KEY ("opinionId") REFERENCES "Opinion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionFile" ADD CONSTRAINT "OpinionFile_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "FileContent"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FilePart" ADD CONSTRAINT "FilePart_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "FileContent"("sha256") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncomingFile" ADD CONSTRAINT "IncomingFile_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncomingFile" ADD CONSTRAINT "IncomingFile_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "FileContent"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "WorkItem"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "FileContent"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;
