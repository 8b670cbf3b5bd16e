-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Login" (
    "tokenHash" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "madeById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "revokedAt" DATETIME,
    "brief" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "Login_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Login" ("createdAt", "expiresAt", "madeById", "personId", "revokedAt", "tokenHash") SELECT "createdAt", "expiresAt", "madeById", "personId", "revokedAt", "tokenHash" FROM "Login";
DROP TABLE "Login";
ALTER TABLE "new_Login" RENAME TO "Login";
CREATE INDEX "Login_personId_idx" ON "Login"("personId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
