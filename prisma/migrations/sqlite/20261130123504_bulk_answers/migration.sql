-- CreateTable
CREATE TABLE "BulkAnswer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "roundId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "undoneAt" DATETIME,
    CONSTRAINT "BulkAnswer_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "BulkAnswered" (
    "bulkId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "outcome" TEXT,
    "words" TEXT,
    "returned" TEXT,
    "byId" TEXT,
    "at" DATETIME,

    PRIMARY KEY ("bulkId", "personId", "fingerprint"),
    CONSTRAINT "BulkAnswered_bulkId_fkey" FOREIGN KEY ("bulkId") REFERENCES "BulkAnswer" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "BulkAnswer_roundId_idx" ON "BulkAnswer"("roundId");
