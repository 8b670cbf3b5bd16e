-- CreateTable
CREATE TABLE "WebSession" (
    "idHash" TEXT NOT NULL PRIMARY KEY,
    "user" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "loginHash" TEXT,
    "at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "WebSession_at_idx" ON "WebSession"("at");

-- CreateIndex
CREATE INDEX "Outbox_personId_sentAt_idx" ON "Outbox"("personId", "sentAt");
