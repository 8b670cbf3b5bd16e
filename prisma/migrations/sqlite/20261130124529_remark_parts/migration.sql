-- CreateTable
CREATE TABLE "RemarkPart" (
    "roundId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "whole" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("roundId", "personId", "whole", "place"),
    CONSTRAINT "RemarkPart_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RemarkPart_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "RemarkPart_personId_idx" ON "RemarkPart"("personId");
