-- CreateTable
CREATE TABLE "RemarkGroup" (
    "id" TEXT NOT NULL,
    "roundId" TEXT NOT NULL,
    "words" TEXT,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "RemarkGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupedRemark" (
    "roundId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "groupId" TEXT NOT NULL,

    CONSTRAINT "GroupedRemark_pkey" PRIMARY KEY ("roundId","personId","fingerprint")
);

-- CreateIndex
CREATE INDEX "RemarkGroup_roundId_idx" ON "RemarkGroup"("roundId");

-- CreateIndex
CREATE INDEX "GroupedRemark_groupId_idx" ON "GroupedRemark"("groupId");

-- CreateIndex
CREATE INDEX "GroupedRemark_personId_idx" ON "GroupedRemark"("personId");

-- AddForeignKey
ALTER TABLE "RemarkGroup" ADD CONSTRAINT "RemarkGroup_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupedRemark" ADD CONSTRAINT "GroupedRemark_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "RemarkGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupedRemark" ADD CONSTRAINT "GroupedRemark_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
