import { z } from 'zod';
import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, saidText, say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import { nameSearch } from '../../language/name-search.ts';
import type { Ports } from '../../platform/ports.ts';
import { reasons } from '../../text/id/attendance.ts';
import * as text from '../../text/id/attendance-recording.ts';
import type { Grants } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { RecordingService } from './recording.ts';
import * as messages from './recording-messages.ts';
import { type Answer, isStillAsked, readReason } from './rules.ts';

type Recorder = Grants['coordinator'];

/** What is typed next: the beginning of a name, or the reason of one person's *izin* (`kaderId`). */
const recording = defineDraft(
  'recording',
  z.object({
    eventId: z.number().int(),
    kaderId: z.number().int().nullable(),
    askedAt: z.iso.datetime(),
  }),
);

/** `/catat`: answers recorded for others, in one's own area. */
export function recordingActions({
  ports,
  recordings,
  wilayah,
}: {
  ports: Ports;
  recordings: RecordingService;
  wilayah: Wilayah;
}): Action[] {
  return [
    command({
      name: 'catat',
      need: 'coordinator',
      description: text.menu,
      run: async (ctx, { scope }) => {
        await say(ctx, messages.eventList(await recordings.events(scope), 0));
      },
    }),
    onButton(on.recordEventsButton, 'coordinator', async (ctx, { scope }, [page]) =>
      show(ctx, messages.eventList(await recordings.events(scope), page)),
    ),
    onButton(on.recordButton, 'coordinator', async (ctx, who, [eventId, page]) => {
      const outcome = await recordings.view(who.scope, eventId);
      if (!outcome.ok) return show(ctx, messages.refusal(outcome.reason));
      await askFor(who, eventId, null);
      await show(ctx, messages.whoCard(outcome.view, page, wilayah));
    }),
    onButton(on.recordPersonButton, 'coordinator', async (ctx, who, [eventId, kaderId]) => {
      const found = await personOf(ctx, who, eventId, kaderId);
      if (found === null) return;
      await askFor(who, eventId, null);
      await show(ctx, messages.personCard(found.view, found.person, wilayah));
    }),
    onButton(on.recordAnswerButton, 'coordinator', async (ctx, who, [eventId, kaderId, choice]) => {
      if (choice !== 'IZIN') return record(ctx, who, eventId, kaderId, { choice, reason: null });
      const found = await personOf(ctx, who, eventId, kaderId);
      if (found === null) return;
      await askFor(who, eventId, kaderId);
      await show(ctx, messages.askReason(found.view.event, found.person));
    }),
    onButton(on.recordReasonButton, 'coordinator', (ctx, who, [eventId, kaderId, name]) =>
      record(ctx, who, eventId, kaderId, { choice: 'IZIN', reason: reasons[name].toLowerCase() }),
    ),
    onButton(on.recordDoneButton, 'coordinator', async (ctx, { accountId }) => {
      if ((await readDraft(ports.db, recording, accountId)) !== null)
        await clearDraft(ports.db, accountId);
      await show(ctx, messages.doneCard);
    }),
    onStep(recording, 'coordinator', async (ctx, who) => {
      const asked = await readDraft(ports.db, recording, who.accountId);
      const isOpen = asked !== null && isStillAsked(new Date(asked.askedAt), ports.clock.now());
      if (asked === null || (!isOpen && asked.kaderId === null)) {
        await clearDraft(ports.db, who.accountId);
        await say(ctx, messages.closedAfterLong);
        return;
      }
      if (asked.kaderId === null) return search(ctx, who, asked.eventId);
      return takeReason(ctx, who, asked.eventId, asked.kaderId, isOpen);
    }),
  ];

  /** From now on what is typed is a name, or the reason of that person. */
  async function askFor(who: Recorder, eventId: number, kaderId: number | null): Promise<void> {
    const now = ports.clock.now();
    const asked = { eventId, kaderId, askedAt: now.toISOString() };
    await writeDraft(ports.db, recording, who.accountId, asked, now);
  }

  async function search(ctx: BotContext, who: Recorder, eventId: number): Promise<void> {
    const typed = saidText(ctx);
    if (typed === '') return void (await say(ctx, messages.typeName(eventId)));
    const outcome = await recordings.view(who.scope, eventId);
    if (!outcome.ok) return refuse(ctx, who, outcome.reason);
    await askFor(who, eventId, null);
    const { people } = outcome.view;
    const isMeant = nameSearch(typed);
    const found = people.filter(({ name }) => isMeant(name));
    const [only] = found;
    await say(
      ctx,
      only !== undefined && found.length === 1
        ? messages.personCard(outcome.view, only, wilayah)
        : messages.foundCard(eventId, typed, found, wilayah),
    );
  }

  async function takeReason(
    ctx: BotContext,
    who: Recorder,
    eventId: number,
    kaderId: number,
    isOpen: boolean,
  ): Promise<void> {
    const found = await personOf(ctx, who, eventId, kaderId);
    if (found === null) return;
    const { view, person } = found;
    if (!isOpen) {
      await askFor(who, eventId, null);
      await say(ctx, messages.reasonTooLate(view.event, person));
      return;
    }
    const read = readReason(saidText(ctx));
    if (!read.ok) {
      await say(ctx, messages.reasonProblem(view.event, person, read.reason));
      return;
    }
    await record(ctx, who, eventId, kaderId, { choice: 'IZIN', reason: read.reason });
  }

  /** Records, and goes on with the next name. */
  async function record(
    ctx: BotContext,
    who: Recorder,
    eventId: number,
    kaderId: number,
    answer: Answer,
  ): Promise<void> {
    const outcome = await recordings.record(who, eventId, kaderId, answer);
    if (!outcome.ok) return refuse(ctx, who, outcome.reason);
    await askFor(who, eventId, null);
    await show(ctx, messages.recordedCard(outcome, wilayah));
  }

  /** One person of one's own area; null when that was refused. */
  async function personOf(ctx: BotContext, who: Recorder, eventId: number, kaderId: number) {
    const outcome = await recordings.view(who.scope, eventId, kaderId);
    if (!outcome.ok) {
      await refuse(ctx, who, outcome.reason === 'nobody_invited' ? 'not_here' : outcome.reason);
      return null;
    }
    const { view } = outcome;
    const [person] = view.people;
    return person === undefined ? null : { view, person };
  }

  /** Says why nothing can be recorded, and stops taking what is typed for names. */
  async function refuse(
    ctx: BotContext,
    who: Recorder,
    reason: keyof typeof text.refusals,
  ): Promise<void> {
    if ((await readDraft(ports.db, recording, who.accountId)) !== null)
      await clearDraft(ports.db, who.accountId);
    await show(ctx, messages.refusal(reason));
  }
}
