import { incentiveShown } from './features/incentive/import-messages.ts';
import { createIncentiveImporter } from './features/incentive/service.ts';
import { templateColumns } from './features/incentive/table.ts';
import { rosterShown } from './features/roster/messages.ts';
import { rosterColumns } from './features/roster/reading.ts';
import { createRosterImporter } from './features/roster/service.ts';
import type { ImportInChat } from './features/transfer/bot.ts';
import { createImportService } from './features/transfer/service.ts';
import type { Wilayah } from './features/wilayah/rules.ts';
import type { PlaceFinder } from './language/place-names/finder.ts';
import type { Ports } from './platform/ports.ts';
import type { ImportWord } from './text/id/transfer.ts';

/** Everything that can be imported, for the chat and for the command line. */
export function createImports(
  ports: Ports,
  wilayah: Wilayah,
  places: PlaceFinder,
): Record<ImportWord, ImportInChat> {
  return {
    kader: {
      columns: Object.keys(rosterColumns),
      service: createImportService(
        ports,
        createRosterImporter(wilayah, places),
        rosterShown(wilayah),
      ),
    },
    insentif: {
      columns: templateColumns,
      service: createImportService(
        ports,
        createIncentiveImporter(wilayah, places),
        incentiveShown(wilayah),
      ),
    },
  };
}
