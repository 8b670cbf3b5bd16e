-- CreateTable
CREATE TABLE "RemarkAnswer" (
    "roundId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RemarkAnswer_pkey" PRIMARY KEY ("roundId","personId","fingerprint")
);

-- CreateIndex
CREATE INDEX "RemarkAnswer_personId_idx" ON "RemarkAnswer"("personId");

-- AddForeignKey
ALTER TABLE "RemarkAnswer" ADD CONSTRAINT "RemarkAnswer_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkAnswer" ADD CONSTRAINT "RemarkAnswer_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
