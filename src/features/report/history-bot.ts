import { type Action, command, onButton } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import * as text from '../../text/id/report-history.ts';
import type { Grants, Scope } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { HistoryService } from './history.ts';
import * as messages from './history-messages.ts';
import { searchWords } from './history-rules.ts';

type Member = Grants['member'];

/** `/riwayat`: one's own, and with a name that of somebody in one's area. */
export function historyActions({
  history,
  wilayah,
}: {
  history: HistoryService;
  wilayah: Wilayah;
}): Action[] {
  return [
    command({
      name: 'riwayat',
      need: 'member',
      description: text.menu,
      run: async (ctx, who, rest) => {
        const typed = searchWords(rest);
        if (who.scope !== null && typed !== '') return search(ctx, who, who.scope, typed);
        if (who.kader === null) return void (await say(ctx, { text: text.askName }));
        await own(ctx, who, who.kader.id, typed);
      },
    }),
    onButton(messages.searchButton, 'coordinator', async (ctx, { scope }, [page, typed]) =>
      show(
        ctx,
        messages.candidateList(await history.search(scope, typed), { typed, page }, wilayah),
      ),
    ),
    onButton(messages.historyButton, 'member', async (ctx, who, [kaderId, page]) => {
      const view = await history.of(who, kaderId);
      const isOwn = who.kader?.id === kaderId;
      await show(
        ctx,
        view === null
          ? { text: text.notYours }
          : messages.historyCard(view, { isOwn, page }, wilayah),
      );
    }),
  ];

  async function search(ctx: BotContext, who: Member, scope: Scope, typed: string): Promise<void> {
    const found = await history.search(scope, typed);
    const [only, ...others] = found;
    const view = only !== undefined && others.length === 0 ? await history.of(who, only.id) : null;
    await say(
      ctx,
      view === null
        ? messages.candidateList(found, { typed, page: 0 }, wilayah)
        : messages.historyCard(view, { isOwn: who.kader?.id === view.kader.id, page: 0 }, wilayah),
    );
  }

  async function own(ctx: BotContext, who: Member, kaderId: number, typed: string): Promise<void> {
    const view = await history.of(who, kaderId);
    if (view === null) return void (await say(ctx, { text: text.askName }));
    const note = who.scope !== null ? text.othersToo : typed === '' ? null : text.onlyOwn;
    await say(
      ctx,
      messages.historyCard(
        view,
        { isOwn: true, page: 0, ...(note === null ? {} : { note }) },
        wilayah,
      ),
    );
  }
}
