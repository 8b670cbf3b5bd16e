-- CreateTable
CREATE TABLE "WebSession" (
    "idHash" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "loginHash" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "WebSession_pkey" PRIMARY KEY ("idHash")
);

-- CreateIndex
CREATE INDEX "WebSession_at_idx" ON "WebSession"("at");

-- CreateIndex
CREATE INDEX "Outbox_personId_sentAt_idx" ON "Outbox"("personId", "sentAt");
