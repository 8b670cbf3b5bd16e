-- CreateTable
CREATE TABLE "ActedMessage" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "intent" TEXT NOT NULL,

    CONSTRAINT "ActedMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ActedMessage_at_idx" ON "ActedMessage"("at");
