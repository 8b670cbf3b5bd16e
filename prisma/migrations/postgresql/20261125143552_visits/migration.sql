-- DropIndex
DROP INDEX "Duty_teamId_personId_duty_key";

-- DropIndex
DROP INDEX "Visit_teamId_unitId_starts_key";

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "fromDay" TEXT,
ADD COLUMN     "shortNames" TEXT,
ADD COLUMN     "source" TEXT,
ADD COLUMN     "successorId" TEXT,
ADD COLUMN     "toDay" TEXT;

-- AlterTable
ALTER TABLE "Visit" ADD COLUMN     "changedAt" TIMESTAMP(3),
ADD COLUMN     "liveKey" TEXT,
ADD COLUMN     "number" INTEGER,
ADD COLUMN     "report" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "state" TEXT NOT NULL DEFAULT 'planned',
ADD COLUMN     "year" INTEGER,
ALTER COLUMN "starts" DROP NOT NULL;

-- Days in UTC+7: no visit was planned at midnight of New Year.
UPDATE "Visit" v SET "number" = n."number", "year" = EXTRACT(YEAR FROM v."starts" + INTERVAL '7 hours'), "changedAt" = v."starts",
  "liveKey" = v."teamId" || ':' || v."unitId" || ':' || to_char(v."starts", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
FROM (SELECT "id", ROW_NUMBER() OVER (ORDER BY "starts", "id") AS "number" FROM "Visit") n WHERE n."id" = v."id";
ALTER TABLE "Visit" ALTER COLUMN "changedAt" SET NOT NULL, ALTER COLUMN "number" SET NOT NULL, ALTER COLUMN "year" SET NOT NULL;

-- CreateTable
CREATE TABLE "PlanUnit" (
    "planId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "PlanUnit_pkey" PRIMARY KEY ("planId","unitId")
);

-- CreateTable
CREATE TABLE "VisitVersion" (
    "visitId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "teamId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "starts" TIMESTAMP(3),
    "ends" TIMESTAMP(3),
    "place" TEXT,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "byId" TEXT,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "VisitVersion_pkey" PRIMARY KEY ("visitId","revision")
);

-- CreateTable
CREATE TABLE "MoveRequest" (
    "id" TEXT NOT NULL,
    "visitId" TEXT NOT NULL,
    "liveKey" TEXT,
    "visitRevision" INTEGER NOT NULL,
    "starts" TIMESTAMP(3) NOT NULL,
    "ends" TIMESTAMP(3),
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMP(3),

    CONSTRAINT "MoveRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarLink" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "teamId" TEXT,
    "query" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "CalendarLink_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PlanUnit_unitId_idx" ON "PlanUnit"("unitId");

-- CreateIndex
CREATE INDEX "VisitVersion_teamId_starts_idx" ON "VisitVersion"("teamId", "starts");

-- CreateIndex
CREATE UNIQUE INDEX "MoveRequest_liveKey_key" ON "MoveRequest"("liveKey");

-- CreateIndex
CREATE INDEX "MoveRequest_visitId_idx" ON "MoveRequest"("visitId");

-- CreateIndex
CREATE INDEX "MoveRequest_state_idx" ON "MoveRequest"("state");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarLink_tokenHash_key" ON "CalendarLink"("tokenHash");

-- CreateIndex
CREATE INDEX "CalendarLink_personId_idx" ON "CalendarLink"("personId");

-- CreateIndex
CREATE INDEX "CalendarLink_expiresAt_idx" ON "CalendarLink"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Duty_teamId_personId_duty_fromDay_key" ON "Duty"("teamId", "personId", "duty", "fromDay");

-- CreateIndex
CREATE INDEX "Unit_successorId_idx" ON "Unit"("successorId");

-- CreateIndex
CREATE UNIQUE INDEX "Visit_number_key" ON "Visit"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Visit_liveKey_key" ON "Visit"("liveKey");

-- CreateIndex
CREATE INDEX "Visit_teamId_starts_idx" ON "Visit"("teamId", "starts");

-- CreateIndex
CREATE INDEX "Visit_unitId_starts_idx" ON "Visit"("unitId", "starts");

-- CreateIndex
CREATE INDEX "Visit_year_state_idx" ON "Visit"("year", "state");

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanUnit" ADD CONSTRAINT "PlanUnit_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanUnit" ADD CONSTRAINT "PlanUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitVersion" ADD CONSTRAINT "VisitVersion_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MoveRequest" ADD CONSTRAINT "MoveRequest_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarLink" ADD CONSTRAINT "CalendarLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarLink" ADD CONSTRAINT "CalendarLink_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Until now the units were those of the newest plan, and of those before it that are visited.
INSERT INTO "PlanUnit" ("planId", "unitId", "position")
SELECT p."id", u."id", ROW_NUMBER() OVER (ORDER BY u."kind" DESC, u."name")
FROM "Unit" u JOIN "Plan" p ON p."year" = (SELECT MAX("year") FROM "Plan");

INSERT INTO "VisitVersion" ("visitId", "revision", "teamId", "unitId", "starts", "ends", "place", "note", "state", "at")
SELECT "id", 1, "teamId", "unitId", "starts", "ends", "place", "note", 'planned', "changedAt" FROM "Visit";
