-- CreateIndex
CREATE INDEX "Audit_subject_at_idx" ON "Audit"("subject", "at");
