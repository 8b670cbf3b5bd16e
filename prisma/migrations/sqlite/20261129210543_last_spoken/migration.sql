-- CreateTable
CREATE TABLE "LastSpoken" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "said" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "LastSpoken_at_idx" ON "LastSpoken"("at");
