import { type Action, command, onButton } from '../../bot/actions.ts';
import { type BotContext, say, sayFile, sayPhoto, show } from '../../bot/context.ts';
import { stackedBarsPng } from '../../platform/chart.ts';
import { writeXlsx } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/incentive-report.ts';
import type { Scope } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import * as messages from './messages.ts';
import { totalOf } from './rules.ts';
import { type IncentiveReports, type MonthView, mostListed } from './service.ts';
import { monthWorkbook } from './workbook.ts';

/** `/laporaninsentif`: where the money of each month is, in one's own area. */
export function incentiveReportActions({
  reports,
  wilayah,
}: {
  reports: IncentiveReports;
  wilayah: Wilayah;
}): Action[] {
  return [
    command({
      name: 'laporaninsentif',
      need: 'coordinator',
      description: text.menu,
      run: async (ctx, { scope }) => {
        await say(ctx, messages.periodsCard(await reports.periods(scope, 0), scope));
      },
    }),
    onButton(on.periodsButton, 'coordinator', async (ctx, { scope }, [page]) =>
      show(ctx, messages.periodsCard(await reports.periods(scope, page), scope)),
    ),
    onButton(on.monthButton, 'coordinator', async (ctx, { scope }, [period, area]) => {
      const view = await reports.month(scope, period, messages.kecamatanIn(area));
      await show(ctx, messages.monthCard(view, scope, wilayah));
    }),
    onButton(on.chartButton, 'coordinator', async (ctx, { scope }, [period, area]) => {
      const view = await reports.month(scope, period, messages.kecamatanIn(area));
      if (await sayNothingThere(ctx, view, scope)) return;
      await sayPhoto(
        ctx,
        {
          name: text.chartName(period),
          bytes: Buffer.from(await stackedBarsPng(messages.monthChart(view, scope, wilayah))),
        },
        { text: text.chartCaption(period, messages.areaShown(view, scope, wilayah)) },
      );
    }),
    onButton(on.fileButton, 'coordinator', async (ctx, { scope }, [period, area]) => {
      const view = await reports.month(scope, period, messages.kecamatanIn(area));
      if (await sayNothingThere(ctx, view, scope)) return;
      const people = await reports.people(view, scope);
      await sayFile(
        ctx,
        {
          name: text.fileName(period),
          bytes: await writeXlsx(monthWorkbook(view, people, wilayah)),
        },
        {
          text: text.fileCaption(
            period,
            messages.areaShown(view, scope, wilayah),
            Math.max(0, totalOf(view.sums).months - mostListed),
          ),
        },
      );
    }),
  ];

  /** An old button of a month that was taken back meanwhile. */
  async function sayNothingThere(ctx: BotContext, view: MonthView, scope: Scope): Promise<boolean> {
    if (view.sums.length > 0) return false;
    await say(ctx, messages.monthCard(view, scope, wilayah));
    return true;
  }
}
