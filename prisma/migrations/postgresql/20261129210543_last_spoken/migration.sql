-- CreateTable
CREATE TABLE "LastSpoken" (
    "id" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "said" TEXT NOT NULL,

    CONSTRAINT "LastSpoken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "LastSpoken_at_idx" ON "LastSpoken"("at");
