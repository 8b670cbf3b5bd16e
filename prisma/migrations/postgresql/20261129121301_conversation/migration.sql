-- CreateTable
CREATE TABLE "Turn" (
    "accountId" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "said" TEXT,
    "saidFolded" TEXT NOT NULL,
    "reply" TEXT,
    "replyFolded" TEXT NOT NULL,

    CONSTRAINT "Turn_pkey" PRIMARY KEY ("accountId","delivery")
);

-- CreateIndex
CREATE INDEX "Turn_accountId_at_idx" ON "Turn"("accountId", "at");

-- CreateIndex
CREATE INDEX "Turn_personId_idx" ON "Turn"("personId");

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Turn" ADD CONSTRAINT "Turn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
