-- CreateTable
CREATE TABLE "BulkAnswer" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "BulkAnswer_pkey" PRIMARY KEY ("id")
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
    "at" TIMESTAMP(3),

    CONSTRAINT "BulkAnswered_pkey" PRIMARY KEY ("bulkId","personId","fingerprint")
);

-- CreateIndex
CREATE INDEX "BulkAnswer_roundId_idx" ON "BulkAnswer"("roundId");

-- AddForeignKey
ALTER TABLE "BulkAnswer" ADD CONSTRAINT "BulkAnswer_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkAnswered" ADD CONSTRAINT "BulkAnswered_bulkId_fkey" FOREIGN KEY ("bulkId") REFERENCES "BulkAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
