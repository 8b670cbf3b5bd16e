-- DropIndex
DROP INDEX "Duty_teamId_personId_duty_key";

-- CreateTable
CREATE TABLE "PlanUnit" (
    "planId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("planId", "unitId"),
    CONSTRAINT "PlanUnit_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PlanUnit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "VisitVersion" (
    "visitId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "teamId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "starts" DATETIME,
    "ends" DATETIME,
    "place" TEXT,
    "note" TEXT,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "byId" TEXT,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("visitId", "revision"),
    CONSTRAINT "VisitVersion_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "MoveRequest" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "visitId" TEXT NOT NULL,
    "liveKey" TEXT,
    "visitRevision" INTEGER NOT NULL,
    "starts" DATETIME NOT NULL,
    "ends" DATETIME,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "decidedById" TEXT,
    "decidedAt" DATETIME,
    CONSTRAINT "MoveRequest_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarLink" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "tokenHash" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "teamId" TEXT,
    "query" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "CalendarLink_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CalendarLink_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- The columns are added where Prisma would make the table anew: the rows stay where they are.
ALTER TABLE "Unit" ADD COLUMN "shortNames" TEXT;
ALTER TABLE "Unit" ADD COLUMN "fromDay" TEXT;
ALTER TABLE "Unit" ADD COLUMN "toDay" TEXT;
ALTER TABLE "Unit" ADD COLUMN "successorId" TEXT REFERENCES "Unit" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Unit" ADD COLUMN "source" TEXT;
CREATE INDEX "Unit_successorId_idx" ON "Unit"("successorId");

-- Until now the units were those of the newest plan, and of those before it that are visited.
INSERT INTO "PlanUnit" ("planId", "unitId", "position")
SELECT p."id", u."id", ROW_NUMBER() OVER (ORDER BY u."kind" DESC, u.rowid)
FROM "Unit" u JOIN "Plan" p ON p."year" = (SELECT MAX("year") FROM "Plan");

CREATE TABLE "new_Visit" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "liveKey" TEXT,
    "year" INTEGER NOT NULL,
    "teamId" TEXT NOT NULL,
    "unitId" TEXT NOT NULL,
    "starts" DATETIME,
    "ends" DATETIME,
    "place" TEXT,
    "note" TEXT,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "report" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "changedAt" DATETIME NOT NULL,
    CONSTRAINT "Visit_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Visit_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Days in UTC+7: no visit was planned at midnight of New Year.
INSERT INTO "new_Visit" ("id", "number", "liveKey", "year", "teamId", "unitId", "starts", "ends", "place", "note", "changedAt")
SELECT "id", ROW_NUMBER() OVER (ORDER BY "starts", "id"), "teamId" || ':' || "unitId" || ':' || strftime('%Y-%m-%dT%H:%M:%fZ', "starts"),
  CAST(strftime('%Y', "starts", '+7 hours') AS INTEGER), "teamId", "unitId", "starts", "ends", "place", "note", "starts"
FROM "Visit";
DROP TABLE "Visit";
ALTER TABLE "new_Visit" RENAME TO "Visit";
CREATE UNIQUE INDEX "Visit_number_key" ON "Visit"("number");
CREATE UNIQUE INDEX "Visit_liveKey_key" ON "Visit"("liveKey");
CREATE INDEX "Visit_teamId_starts_idx" ON "Visit"("teamId", "starts");
CREATE INDEX "Visit_unitId_starts_idx" ON "Visit"("unitId", "starts");
CREATE INDEX "Visit_starts_idx" ON "Visit"("starts");
CREATE INDEX "Visit_year_state_idx" ON "Visit"("year", "state");
INSERT INTO "VisitVersion" ("visitId", "revision", "teamId", "unitId", "starts", "ends", "place", "note", "state", "at")
SELECT "id", 1, "teamId", "unitId", "starts", "ends", "place", "note", 'planned', "changedAt" FROM "Visit";

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
