-- CreateTable
CREATE TABLE "ActedMessage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "at" DATETIME NOT NULL,
    "intent" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "ActedMessage_at_idx" ON "ActedMessage"("at");
