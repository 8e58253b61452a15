-- DropIndex
DROP INDEX "Kader_kecamatanCode_status_idx";

-- CreateIndex
CREATE INDEX "Kader_kecamatanCode_status_jabatan_id_idx" ON "Kader"("kecamatanCode", "status", "jabatan", "id");
