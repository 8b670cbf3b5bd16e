-- CreateTable
CREATE TABLE "Turn" (
    "accountId" TEXT NOT NULL,
    "delivery" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "said" TEXT,
    "saidFolded" TEXT NOT NULL,
    "reply" TEXT,
    "replyFolded" TEXT NOT NULL,

    PRIMARY KEY ("accountId", "delivery"),
    CONSTRAINT "Turn_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Turn_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Turn_accountId_at_idx" ON "Turn"("accountId", "at");

-- CreateIndex
CREATE INDEX "Turn_personId_idx" ON "Turn"("personId");
