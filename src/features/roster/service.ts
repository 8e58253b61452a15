import type { PlaceFinder } from '../../language/place-names/finder.ts';
import { type Deed, writeAudits } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import { auditedEntry } from '../kader/audited.ts';
import {
  createManyKader,
  type KaderEntry,
  releasePhones,
  updateKader,
} from '../kader/entry-repository.ts';
import { listEverybody } from '../kader/repository.ts';
import type { Applying, Importer } from '../transfer/importer.ts';
import { createPlaceCells } from '../transfer/place-cells.ts';
import type { TableNotes } from '../transfer/schema.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { type ReadRow, readRosterRow, readRosterTable } from './reading.ts';
import { planRoster, type RosterPlan } from './rules.ts';
import { type RosterTable, rosterTable } from './schema.ts';

/** A plan with what is told about the file besides. */
export interface RosterCheck extends RosterPlan {
  rows: ReadRow[];
  notes: TableNotes;
}

/** The roster as a table that staff bring. People who are not in it stay as they are. */
export function createRosterImporter(
  wilayah: Wilayah,
  finder: PlaceFinder,
): Importer<RosterTable, RosterCheck> {
  const places = createPlaceCells(wilayah, finder);
  return {
    kind: 'KADER',
    schema: rosterTable,
    read: readRosterTable,
    async plan(db, { rows: written, notes }) {
      const rows = written.map((row) => readRosterRow(row, places));
      return { ...planRoster(rows, await listEverybody(db)), rows, notes };
    },
    count: ({ created, changed, unchanged, refused }) => ({
      created: created.length,
      changed: changed.length,
      unchanged: unchanged.length,
      refused: refused.length,
    }),
    decisions: ({ created, changed }) => [
      created.map(({ row }) => writtenForm(row.entry)),
      changed.map(({ before, after }) => [before.id, writtenForm(after)]),
    ],
    apply: applyRoster,
    undoing: null,
  };
}

/** An entry with its number in full: printed by itself, a number is masked. */
function writtenForm({ phone, ...entry }: KaderEntry) {
  return { ...entry, phone: phone?.e164 ?? null };
}

async function applyRoster(
  tx: Tx,
  { created, changed }: RosterPlan,
  { importId, accountId, now }: Applying,
): Promise<void> {
  const moved = changed.filter(({ fields }) => fields.includes('phone'));
  await releasePhones(
    tx,
    moved.map(({ before }) => before.id),
  );
  for (const { before, after } of changed)
    await updateKader(tx, before.id, { ...after, status: 'ACTIVE' }, now);
  const entries = created.map(({ row }) => row.entry);
  const added = await createManyKader(tx, entries, now);

  const deed = { at: now, accountId };
  await writeAudits(tx, [
    ...added.map(
      (kader): Deed => ({
        ...deed,
        action: 'kader.import',
        subject: `kader:${kader.id}`,
        after: { ...auditedEntry(kader), importId },
      }),
    ),
    ...changed.map(
      ({ before, after }): Deed => ({
        ...deed,
        action: 'kader.import',
        subject: `kader:${before.id}`,
        before: { ...auditedEntry(before), status: before.status },
        after: { ...auditedEntry(after), status: 'ACTIVE', importId },
      }),
    ),
  ]);
}
