import { type Action, onButton } from '../../bot/actions.ts';
import { sayFile, sayPhoto, show } from '../../bot/context.ts';
import { stackedBarsPng } from '../../platform/chart.ts';
import { writeXlsx } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/report-comparison.ts';
import type { Scope } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import * as messages from './comparison-messages.ts';
import type { ComparisonView, ReportService } from './service.ts';

/** *Bandingkan kegiatan*: the last events of one's own area side by side. */
export function comparisonActions({
  report,
  wilayah,
}: {
  report: ReportService;
  wilayah: Wilayah;
}): Action[] {
  const card = (view: ComparisonView, { city }: Scope) =>
    messages.comparisonCard(view, city, wilayah);
  return [
    onButton(on.compareButton, 'coordinator', async (ctx, { scope }) =>
      show(ctx, card(await report.comparison(scope), scope)),
    ),
    onButton(on.compareChartButton, 'coordinator', async (ctx, { scope }) => {
      const view = await report.comparison(scope);
      if (view.compared.length === 0) return show(ctx, card(view, scope));
      const png = await stackedBarsPng(messages.comparisonChart(view, scope.city, wilayah));
      await sayPhoto(
        ctx,
        { name: text.chart.fileName, bytes: Buffer.from(png) },
        messages.comparisonCaption(view, scope.city, wilayah),
      );
    }),
    onButton(on.compareFileButton, 'coordinator', async (ctx, { scope }) => {
      const view = await report.comparison(scope);
      if (view.compared.length === 0) return show(ctx, card(view, scope));
      await sayFile(
        ctx,
        { name: text.fileName, bytes: await writeXlsx(messages.comparisonWorkbook(view)) },
        messages.comparisonCaption(view, scope.city, wilayah),
      );
    }),
  ];
}
