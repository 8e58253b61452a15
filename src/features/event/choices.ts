import { type Action, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, show } from '../../bot/context.ts';
import * as text from '../../text/id/event-questions.ts';
import type { Group } from '../kader/schema.ts';
import * as on from './buttons.ts';
import {
  type ConversationDeps,
  type EventConversation,
  eventDraft,
  type Staff,
} from './conversation.ts';
import { toggled, withGroups } from './filling.ts';
import { kecamatanList, nextQuestion } from './questions.ts';
import { wholeDays } from './rules.ts';
import type { EventDraft, EventField } from './schema.ts';

/** What can be typed or pressed while an event is being filled in or changed. */
export function choiceActions(
  conversation: EventConversation,
  { ports, wilayah }: ConversationDeps,
): Action[] {
  return [
    onStep(eventDraft, 'staff', (ctx, who) => conversation.take(ctx, who)),
    onButton(on.resumeButton, 'staff', async (ctx, who) => {
      const draft = await conversation.open(who);
      await show(
        ctx,
        draft === null
          ? { text: text.nothingOpen }
          : nextQuestion(draft, ports.clock.now(), wilayah),
      );
    }),
    onButton(on.stopButton, 'staff', async (ctx, who) => {
      const draft = await conversation.open(who);
      if (draft !== null) await conversation.end(who);
      await show(ctx, { text: draft === null ? text.nothingOpen : text.stopped });
    }),
    onButton(on.everyoneButton, 'staff', (ctx, who) => choose(ctx, who, [{ by: 'all' }])),
    onButton(on.jabatanButton, 'staff', (ctx, who, [jabatan]) =>
      choose(ctx, who, [{ by: 'jabatan', jabatan }]),
    ),
    onButton(on.kecamatanListButton, 'staff', (ctx, who) =>
      whileAsking(ctx, who, 'audience', (draft) => show(ctx, kecamatanList(draft, wilayah))),
    ),
    onButton(on.kecamatanButton, 'staff', (ctx, who, [code]) =>
      whileAsking(ctx, who, 'audience', async (draft) => {
        const next = { ...draft, ticked: toggled(draft.ticked, { by: 'kecamatan', code }) };
        await conversation.keep(who, next);
        await show(ctx, kecamatanList(next, wilayah));
      }),
    ),
    onButton(on.kecamatanDoneButton, 'staff', (ctx, who) =>
      whileAsking(ctx, who, 'audience', (draft) =>
        draft.ticked.length === 0
          ? show(ctx, kecamatanList(draft, wilayah))
          : conversation.accept(ctx, who, draft, { audience: { include: draft.ticked } }, show),
      ),
    ),
    onButton(on.placeButton, 'staff', (ctx, who, [by, code]) =>
      whileAsking(ctx, who, 'audience', (draft) => {
        const ticked = withGroups(draft.ticked, [groupOf(by, code)]);
        const next = { ...draft, ticked };
        return conversation.takeAudience(ctx, who, next, { groups: [], unclear: [] }, show);
      }),
    ),
    onButton(on.deadlineButton, 'staff', (ctx, who, [daysBefore]) =>
      whileAsking(ctx, who, 'deadline', (draft) =>
        conversation.accept(ctx, who, draft, { deadline: wholeDays(daysBefore) }, show),
      ),
    ),
    onButton(on.applyButton, 'staff', (ctx, who, [eventId]) =>
      conversation.apply(ctx, who, eventId),
    ),
  ];

  function choose(ctx: BotContext, who: Staff, include: Group[]): Promise<void> {
    return whileAsking(ctx, who, 'audience', (draft) =>
      conversation.accept(ctx, who, draft, { audience: { include } }, show),
    );
  }

  /** A button answers the question it belongs to; under an older one the current question is shown. */
  async function whileAsking(
    ctx: BotContext,
    who: Staff,
    field: EventField,
    act: (draft: EventDraft) => Promise<void>,
  ): Promise<void> {
    const draft = await conversation.open(who);
    if (draft === null) return show(ctx, { text: text.nothingOpen });
    if (draft.asking !== field) return show(ctx, conversation.question(draft));
    await act(draft);
  }
}

function groupOf(by: 'all' | 'PSM' | 'TKSK' | 'kecamatan' | 'kelurahan', code: string): Group {
  switch (by) {
    case 'all':
      return { by };
    case 'PSM':
    case 'TKSK':
      return { by: 'jabatan', jabatan: by };
    case 'kecamatan':
    case 'kelurahan':
      return { by, code };
  }
}
