import { type Action, onButton } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import { writeDraft } from '../../bot/drafts.ts';
import type { Message } from '../../bot/message.ts';
import * as text from '../../text/id/broadcast-audience.ts';
import { type BroadcastDeps, composing, refuse } from '../broadcast/conversation.ts';
import { openDraft } from '../broadcast/service.ts';
import { readAudience } from '../kader/audience-reading.ts';
import type { Audience, Criterion } from '../kader/schema.ts';
import * as on from './buttons.ts';
import * as card from './messages.ts';
import { criteriaOf, type Side, sameCriterion } from './rules.ts';
import * as service from './service.ts';

/** For whom an announcement is, and for whom not: groups ticked on cards, or typed. */
export function audienceActions(deps: BroadcastDeps): Action[] {
  const { ports, wilayah } = deps;

  type Next = (audience: Audience) => Message | Promise<Message>;

  /** Adds or removes a group and shows `next` with the new ticks. */
  async function toggle(
    ctx: BotContext,
    id: number,
    side: Side,
    criterion: Criterion,
    next: Next = (audience) => wholeCard(deps, id, side, audience),
  ): Promise<void> {
    const draft = await service.toggleAudience(ports, id, [criterion], side);
    if (!draft.ok) return refuse(ctx, draft);
    await show(ctx, await next(draft.broadcast.audience));
  }

  async function look(ctx: BotContext, id: number, next: Next): Promise<void> {
    const draft = await openDraft(ports.db, id);
    if (!draft.ok) return refuse(ctx, draft);
    await show(ctx, await next(draft.broadcast.audience));
  }

  async function answersOf(id: number, side: Side, eventId: number, audience: Audience) {
    const event = await service.answeredEvent(ports.db, eventId);
    return event === null ? { text: text.eventGone } : card.answersCard(id, side, event, audience);
  }

  return [
    onButton(on.audienceButton, 'staff', (ctx, _who, [id, side]) =>
      chooseAudience(deps, ctx, id, side, show),
    ),
    onButton(on.everyoneButton, 'staff', (ctx, _who, [id]) =>
      toggle(ctx, id, 'include', { by: 'all' }),
    ),
    onButton(on.jabatanButton, 'staff', (ctx, _who, [id, side, jabatan]) =>
      toggle(ctx, id, side, { by: 'jabatan', jabatan }),
    ),
    onButton(on.kecamatanListButton, 'staff', (ctx, _who, [id, side]) =>
      look(ctx, id, (audience) => card.kecamatanCard(id, side, audience, wilayah)),
    ),
    onButton(on.kecamatanButton, 'staff', (ctx, _who, [id, side, code]) =>
      toggle(ctx, id, side, { by: 'kecamatan', code }, (audience) =>
        card.kecamatanCard(id, side, audience, wilayah),
      ),
    ),
    onButton(on.kelurahanAreasButton, 'staff', (ctx, _who, [id, side]) =>
      look(ctx, id, () => card.kelurahanAreasCard(id, side, wilayah)),
    ),
    onButton(on.kelurahanListButton, 'staff', (ctx, _who, [id, side, code]) =>
      look(ctx, id, (audience) => card.kelurahanCard(id, side, code, audience, wilayah)),
    ),
    onButton(on.kelurahanButton, 'staff', (ctx, _who, [id, side, code]) =>
      toggle(ctx, id, side, { by: 'kelurahan', code }, (audience) => {
        const kecamatanCode = wilayah.findKelurahan(code)?.kecamatanCode ?? '';
        return card.kelurahanCard(id, side, kecamatanCode, audience, wilayah);
      }),
    ),
    onButton(on.eventListButton, 'staff', (ctx, _who, [id, side]) =>
      look(ctx, id, async () => card.eventListCard(id, side, await service.latestEvents(ports.db))),
    ),
    onButton(on.eventAnswersButton, 'staff', (ctx, _who, [id, side, eventId]) =>
      look(ctx, id, (audience) => answersOf(id, side, eventId, audience)),
    ),
    onButton(on.answerButton, 'staff', (ctx, _who, [id, side, eventId, answer]) =>
      toggle(ctx, id, side, { by: 'answer', eventId, answer }, (audience) =>
        answersOf(id, side, eventId, audience),
      ),
    ),
    onButton(on.presenceButton, 'staff', (ctx, _who, [id, side, eventId, presence]) =>
      toggle(ctx, id, side, { by: 'presence', eventId, presence }, (audience) =>
        answersOf(id, side, eventId, audience),
      ),
    ),
  ];
}

async function wholeCard(
  { ports, wilayah }: BroadcastDeps,
  id: number,
  side: Side,
  audience: Audience,
): Promise<Message> {
  const titles = await service.eventTitlesOf(ports.db, audience);
  return card.audienceCard(id, side, audience, wilayah, titles);
}

/** Shows the card of one side of the audience, and from now on understands areas typed for it. */
export async function chooseAudience(
  deps: BroadcastDeps,
  ctx: BotContext,
  id: number,
  side: Side,
  how: typeof say | typeof show,
): Promise<void> {
  const { db, clock } = deps.ports;
  const draft = await openDraft(db, id);
  if (!draft.ok) return refuse(ctx, draft);
  const step = { step: 'audience', broadcastId: id, side } as const;
  await writeDraft(db, composing, ctx.actor.accountId, step, clock.now());
  await how(ctx, await wholeCard(deps, id, side, draft.broadcast.audience));
}

/** Areas typed instead of tapped: sure ones are added, unsure ones offered. */
export async function addTyped(
  deps: BroadcastDeps,
  ctx: BotContext,
  id: number,
  side: Side,
  typed: string,
): Promise<void> {
  const { ports, wilayah, places } = deps;
  const { groups, unclear } = readAudience(typed, places);
  for (const part of unclear) {
    const offered = part.suggestions.flatMap((group) =>
      group.by === 'kecamatan' || group.by === 'kelurahan' ? [group] : [],
    );
    await say(
      ctx,
      offered.length === 0
        ? { text: text.noSuchPlace(part.said) }
        : card.placesCard(id, side, part.said, offered, wilayah),
    );
  }
  const draft = await openDraft(ports.db, id);
  if (!draft.ok) return refuse(ctx, draft);
  // Typing a name again means it again; only a tap on a tick takes it away.
  const chosen = criteriaOf(draft.broadcast.audience, side);
  const added = groups.filter((group) => !chosen.some((other) => sameCriterion(other, group)));
  const changed = await service.toggleAudience(ports, id, added, side);
  if (!changed.ok) return refuse(ctx, changed);
  if (groups.length > 0 || unclear.length === 0)
    await say(ctx, await wholeCard(deps, id, side, changed.broadcast.audience));
}
