import { Settings } from 'luxon';
import type { BotContext } from '../../bot/context.ts';
import { saidText, say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Message } from '../../bot/message.ts';
import type { PlaceFinder } from '../../language/place-names/finder.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/event-questions.ts';
import type { Grants } from '../access/rules.ts';
import type { AudienceReading } from '../kader/audience-reading.ts';
import { readAudience } from '../kader/audience-reading.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { audienceOf, fieldValue, fillIn, newDraft } from './filling.ts';
import { readLines } from './lines-reading.ts';
import { changedNote, changeRefusal } from './messages.ts';
import * as ask from './questions.ts';
import { type Reader, readField } from './reading.ts';
import { outlineOf, wholeOutline } from './rules.ts';
import { type EventDraft, type EventField, eventDraftSchema, type FieldValues } from './schema.ts';
import type { EventService } from './service.ts';

export type Staff = Grants['staff'];
/** As an answer to something typed, or in place of the message whose button was pressed. */
export type How = (ctx: BotContext, message: Message) => Promise<unknown>;

export interface ConversationDeps {
  ports: Ports;
  events: EventService;
  wilayah: Wilayah;
  places: PlaceFinder;
  /** The card of an event, once there is one. */
  card(who: Staff, eventId: number): Promise<Message>;
}

export const eventDraft = defineDraft('event', eventDraftSchema);

/**
 * Filling in a new event, or changing one field of an existing one. What is half done is a row, so that
 * neither a restart nor a long pause loses it.
 */
export class EventConversation {
  readonly #deps: ConversationDeps;

  constructor(deps: ConversationDeps) {
    this.#deps = deps;
  }

  /** What is being filled in or changed; null when nothing is. */
  open(who: Staff): Promise<EventDraft | null> {
    return readDraft(this.#deps.ports.db, eventDraft, who.accountId);
  }

  async keep(who: Staff, draft: EventDraft): Promise<void> {
    await writeDraft(this.#deps.ports.db, eventDraft, who.accountId, draft, this.#now());
  }

  async end(who: Staff): Promise<void> {
    await clearDraft(this.#deps.ports.db, who.accountId);
  }

  /** Starts a new event, perhaps with lines that say it all. */
  async begin(ctx: BotContext, who: Staff, written: string, how: How): Promise<void> {
    if (written !== '') return this.#takeLines(ctx, who, newDraft, written);
    await this.keep(who, newDraft);
    await how(ctx, this.question(newDraft));
  }

  /** Asks for a new value of one field of an event. */
  async beginChange(
    ctx: BotContext,
    who: Staff,
    eventId: number,
    field: EventField,
  ): Promise<void> {
    const event = await this.#deps.events.find(eventId);
    const outline = event === null ? newDraft.outline : outlineOf(event);
    const allowed = await this.#deps.events.previewChange(eventId, fieldValue(outline, field));
    if (!allowed.ok && allowed.reason !== 'problem')
      return show(ctx, changeRefusal(eventId, allowed.reason));
    const draft: EventDraft = { ...newDraft, eventId, outline, asking: field };
    await this.keep(who, draft);
    await show(ctx, this.question(draft));
  }

  /** The open question once more. */
  question(draft: EventDraft): Message {
    return ask.question(draft, this.#now(), this.#deps.wilayah);
  }

  /** Whatever is sent while a question is open. */
  async take(ctx: BotContext, who: Staff): Promise<void> {
    const draft = await this.open(who);
    if (draft === null) {
      await this.end(who);
      await say(ctx, { text: text.nothingOpen });
      return;
    }
    const said = saidText(ctx);
    if (draft.eventId === null && readLines(said, this.#reader()).found)
      return this.#takeLines(ctx, who, draft, said);
    if (draft.asking === 'audience' && said !== '')
      return this.takeAudience(ctx, who, draft, readAudience(said, this.#deps.places), say);
    return this.#takeField(ctx, who, draft, said);
  }

  /** Takes a written audience, and has its unclear parts cleared up one by one. */
  async takeAudience(
    ctx: BotContext,
    who: Staff,
    draft: EventDraft,
    reading: AudienceReading,
    how: How,
  ): Promise<void> {
    const result = audienceOf(draft, reading);
    if ('audience' in result) return this.accept(ctx, who, draft, result, how);
    await this.keep(who, result.draft);
    const { places, wilayah } = this.#deps;
    const [said] = result.draft.unread;
    const refusal =
      said === undefined
        ? ({ kind: 'not_understood', field: 'audience' } as const)
        : ({ kind: 'unclear_area', said, suggestions: suggestionsFor(said, places) } as const);
    await how(ctx, ask.askAgain(result.draft, refusal, this.#now(), wilayah));
  }

  /** Takes values that are understood; the event comes into being with the last one. */
  async accept(
    ctx: BotContext,
    who: Staff,
    draft: EventDraft,
    values: FieldValues,
    how: How,
  ): Promise<void> {
    if (draft.eventId !== null) return this.#change(ctx, who, draft, draft.eventId, values, how);
    const { draft: next, problem } = fillIn(draft, values, this.#now());
    if (problem === null && (await this.#finish(ctx, who, next, how))) return;
    await this.keep(who, next);
    await how(
      ctx,
      problem === null
        ? this.question(next)
        : ask.askAgain(next, { kind: 'problem', problem }, this.#now(), this.#deps.wilayah),
    );
  }

  /** Carries out a change of an open event that waited for its confirmation. */
  async apply(ctx: BotContext, who: Staff, eventId: number): Promise<void> {
    const { events, card } = this.#deps;
    const draft = await this.open(who);
    if (draft?.eventId !== eventId) return show(ctx, await card(who, eventId));
    await this.end(who);
    const values = fieldValue(draft.outline, draft.asking);
    const outcome = await events.change(who.accountId, eventId, values);
    if (!outcome.ok && outcome.reason !== 'problem')
      return show(ctx, changeRefusal(eventId, outcome.reason));
    await show(ctx, await card(who, eventId));
    if (outcome.ok) await say(ctx, changedNote(draft.asking, outcome.told));
  }

  /** Many fields at once, as staff write them; what cannot be read is asked for first. */
  async #takeLines(ctx: BotContext, who: Staff, draft: EventDraft, written: string): Promise<void> {
    const read = readLines(written, this.#reader());
    // "/acara Rapat koordinasi": without any label it is the title.
    if (!read.found) return this.#takeField(ctx, who, draft, written);
    const { draft: filled, problem } = fillIn(draft, read.values, this.#now());
    const [refused] = read.refusals;
    const done = refused === undefined && problem === null;
    if (!done || !(await this.#finish(ctx, who, filled, say))) {
      const next: EventDraft = {
        ...filled,
        asking: problem?.field ?? refused?.field ?? filled.asking,
        ticked: read.chosen,
        unread: read.unread,
      };
      const refusal = problem === null ? refused?.refusal : ({ kind: 'problem', problem } as const);
      await this.keep(who, next);
      await say(ctx, ask.recount(next, refusal ?? null, this.#now(), this.#deps.wilayah));
    }
    if (read.ignored.length > 0) await say(ctx, { text: text.ignored(read.ignored) });
  }

  /** What was written for the field that is asked for. */
  async #takeField(ctx: BotContext, who: Staff, draft: EventDraft, said: string): Promise<void> {
    const read = readField(draft.asking, said, this.#reader());
    if (read.ok) return this.accept(ctx, who, draft, read.values, say);
    await this.keep(who, draft);
    await say(ctx, ask.askAgain(draft, read.refusal, this.#now(), this.#deps.wilayah));
  }

  /** Makes the event once nothing is missing. */
  async #finish(ctx: BotContext, who: Staff, draft: EventDraft, how: How): Promise<boolean> {
    const { events, card } = this.#deps;
    const whole = wholeOutline(draft.outline);
    if (whole === null) return false;
    const event = await events.create(who.accountId, whole, (tx) => clearDraft(tx, who.accountId));
    await how(ctx, await card(who, event.id));
    return true;
  }

  /** A change nobody has to be told of is made at once; any other is confirmed first. */
  async #change(
    ctx: BotContext,
    who: Staff,
    draft: EventDraft,
    eventId: number,
    values: FieldValues,
    how: How,
  ): Promise<void> {
    const { events, card, wilayah } = this.#deps;
    const preview = await events.previewChange(eventId, values);
    if (!preview.ok && preview.reason === 'problem') {
      const refusal = { kind: 'problem', problem: preview.problem } as const;
      return void (await how(ctx, ask.askAgain(draft, refusal, this.#now(), wilayah)));
    }
    if (!preview.ok) {
      await this.end(who);
      return void (await how(ctx, changeRefusal(eventId, preview.reason)));
    }
    const after = outlineOf(preview.event);
    if (preview.told === 0) {
      await this.end(who);
      await events.change(who.accountId, eventId, values);
      return void (await how(ctx, await card(who, eventId)));
    }
    await this.keep(who, { ...draft, outline: after });
    const before = outlineOf(preview.before);
    await how(ctx, ask.confirmChange(eventId, draft.asking, before, after, preview.told, wilayah));
  }

  #reader(): Reader {
    return { now: this.#now(), zone: Settings.defaultZone.name, places: this.#deps.places };
  }

  #now(): Date {
    return this.#deps.ports.clock.now();
  }
}

function suggestionsFor(said: string, places: PlaceFinder) {
  return readAudience(said, places).unclear[0]?.suggestions ?? [];
}
