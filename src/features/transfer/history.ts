import type { Db } from '../../platform/database.ts';
import type { UndoPlan } from './importer.ts';
import { findImport, type ImportFile, listDone } from './repository.ts';

/** Looks things up among what was imported. */
export interface ImportHistory {
  /** Files that were applied, the newest first; one more than `size` where there are older ones. */
  page(page: number, size: number): Promise<ImportFile[]>;
  /** A file, or null. */
  find(importId: number): Promise<ImportFile | null>;
  /** The imports that have to be undone before one can be. */
  standingInTheWay(plan: UndoPlan): Promise<Map<number, ImportFile>>;
}

export function createImportHistory(db: Db): ImportHistory {
  return {
    page: (page, size) => listDone(db, { skip: page * size, take: size + 1 }),
    find: (importId) => findImport(db, importId),
    async standingInTheWay({ later }) {
      const found = new Map<number, ImportFile>();
      for (const { importId } of later) {
        const file = importId === null ? null : await findImport(db, importId);
        if (file !== null) found.set(file.id, file);
      }
      return found;
    },
  };
}
