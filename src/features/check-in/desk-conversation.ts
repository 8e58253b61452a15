import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type BotContext, saidText, say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Message } from '../../bot/message.ts';
import { displayName } from '../../language/names.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/check-in-desk.ts';
import { unknown as placeUnknown } from '../../text/id/wilayah.ts';
import type { Area, Grants } from '../access/rules.ts';
import type { Event } from '../event/rules.ts';
import { readName } from '../registration/name-reading.ts';
import type { AreaReader } from '../wilayah/area-reading.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { RecordOutcome } from './desk.ts';
import * as messages from './desk-messages.ts';
import { type GateState, gateState } from './rules.ts';
import { type DeskPerson, deskPersonSchema, guestSchema, recordingSchema } from './schema.ts';
import type { CheckInService } from './service.ts';

export type Keeper = Grants['coordinator'];

export interface DeskChat {
  ports: Ports;
  checkIn: CheckInService;
  wilayah: Wilayah;
  areas: AreaReader;
}

/** What a desk asks about at the moment, besides the next name. */
const formSchema = z.discriminatedUnion('asking', [
  z.object({ asking: z.literal('guest_name') }),
  z.object({ asking: z.literal('guest_area'), name: z.string() }),
  /** Whether a guest is another one than who was recorded under that name. */
  z.object({ asking: z.literal('namesake'), person: guestSchema, nonce: z.string() }),
  /**
   * Why somebody uninvited came. The nonce keeps two taps from recording a guest twice. What is typed is the
   * next name, as always, unless the reason was said to be typed.
   */
  z.object({
    asking: z.literal('reason'),
    person: deskPersonSchema,
    nonce: z.string(),
    typed: z.boolean(),
  }),
]);

type Form = z.infer<typeof formSchema>;

/** A desk in chat: its event, and what it asks about. */
export const deskDraft = defineDraft(
  'absen.desk',
  z.object({ eventId: z.number().int(), form: formSchema.nullable() }),
);

const mostFound = 8;

/** Shows what came of something: in place of the pressed message, or below what was typed. */
type Answer = (ctx: BotContext, message: Message) => Promise<unknown>;

/** The desk of one staff member or coordinator, as a conversation; nothing of it lives in memory. */
export class DeskConversation {
  readonly #chat: DeskChat;

  constructor(chat: DeskChat) {
    this.#chat = chat;
  }

  readonly draft = deskDraft;

  /** The event of the open desk, and what it asks about; null when no desk is open. */
  current({ accountId }: Keeper): Promise<z.infer<typeof deskDraft.schema> | null> {
    return readDraft(this.#chat.ports.db, deskDraft, accountId);
  }

  /** Opens the desk of an event, or tells why it cannot be. */
  async open(ctx: BotContext, who: Keeper, eventId: number): Promise<void> {
    const served = await this.#served(eventId);
    if (!served.ok) return void (await say(ctx, { text: text.recordRefusals[served.reason] }));
    await this.keep(who, eventId, null);
    await say(ctx, messages.deskHome(served.event));
  }

  /** Closes the desk. @returns whether one was open */
  async close(who: Keeper): Promise<boolean> {
    if ((await this.current(who)) === null) return false;
    await clearDraft(this.#chat.ports.db, who.accountId);
    return true;
  }

  keep({ accountId }: Keeper, eventId: number, form: Form | null): Promise<void> {
    const { db, clock } = this.#chat.ports;
    return writeDraft(db, deskDraft, accountId, { eventId, form }, clock.now());
  }

  /** Takes whatever was sent to the desk: letters of a name, or the answer to its question. */
  async take(ctx: BotContext, who: Keeper): Promise<void> {
    const desk = await this.current(who);
    if (desk === null) {
      await clearDraft(this.#chat.ports.db, who.accountId);
      return void (await say(ctx, { text: text.notAtDesk }));
    }
    const { eventId, form } = desk;
    const served = await this.#served(eventId);
    if (!served.ok) {
      await this.close(who);
      return void (await say(ctx, { text: text.recordRefusals[served.reason] }));
    }
    const said = saidText(ctx);
    switch (form?.asking) {
      case undefined:
        return this.#search(ctx, who, eventId, said);
      case 'guest_name': {
        const reading = readName(said);
        if (!reading.ok) return void (await say(ctx, { text: text.guestNameHelp }));
        const name = displayName(reading.name);
        await this.keep(who, eventId, { asking: 'guest_area', name });
        return void (await say(ctx, messages.areaQuestion(name)));
      }
      case 'guest_area': {
        if (said === '') return void (await say(ctx, messages.areaQuestion(form.name)));
        const reading = this.#chat.areas.any(said);
        if (reading.ok) return this.takeArea(ctx, who, reading.area, say);
        const { mayBe } = reading;
        await say(
          ctx,
          mayBe.length === 0
            ? { ...messages.areaQuestion(form.name), text: placeUnknown(said) }
            : messages.areaChoice(said, mayBe, this.#chat.wilayah),
        );
        return;
      }
      case 'namesake':
        return this.#search(ctx, who, eventId, said);
      case 'reason': {
        if (!form.typed) return this.#search(ctx, who, eventId, said);
        const reason = recordingSchema.shape.reason.safeParse(said.replace(/\s+/g, ' '));
        if (!reason.success) return void (await say(ctx, { text: text.reasonHelp }));
        return this.record(ctx, who, eventId, form.person, say, { ...form, reason: reason.data });
      }
    }
  }

  /** Takes where a guest comes from (null: from elsewhere) and asks why they came. */
  async takeArea(ctx: BotContext, who: Keeper, area: Area | null, answer: Answer): Promise<void> {
    const desk = await this.current(who);
    if (desk?.form?.asking !== 'guest_area')
      return void (await answer(ctx, { text: text.oldForm }));
    const { name } = desk.form;
    const { kecamatanCode = null, kelurahanCode = null } = area ?? {};
    const guest = { by: 'guest' as const, name, jabatan: null, kecamatanCode, kelurahanCode };
    const namesake = await this.#chat.checkIn.namesake(desk.eventId, guest);
    if (namesake === null) return this.#askReason(ctx, who, desk.eventId, guest, name, answer);
    const nonce = randomUUID().slice(0, 8);
    await this.keep(who, desk.eventId, { asking: 'namesake', person: guest, nonce });
    await answer(ctx, messages.namesakeQuestion(namesake, nonce));
  }

  /** Takes whether a guest is another one than their namesake. */
  async takeNamesake(ctx: BotContext, who: Keeper, nonce: string, isAnother: boolean) {
    const desk = await this.current(who);
    if (desk?.form?.asking !== 'namesake' || desk.form.nonce !== nonce)
      return show(ctx, { text: text.oldForm });
    const { person } = desk.form;
    if (isAnother) return this.#askReason(ctx, who, desk.eventId, person, person.name, show);
    await this.keep(who, desk.eventId, null);
    await show(ctx, { text: text.sameGuest });
  }

  /**
   * Takes a reason that was pressed; under the question about another person nothing is recorded.
   *
   * @param reason null: it will be typed
   */
  async takeReason(
    ctx: BotContext,
    who: Keeper,
    nonce: string,
    reason: string | null,
  ): Promise<void> {
    const desk = await this.current(who);
    if (desk?.form?.asking !== 'reason' || desk.form.nonce !== nonce)
      return show(ctx, { text: text.oldForm });
    if (reason === null) {
      await this.keep(who, desk.eventId, { ...desk.form, typed: true });
      return show(ctx, { text: text.askOwnReason });
    }
    await this.record(ctx, who, desk.eventId, desk.form.person, show, { nonce, reason });
  }

  /** Records somebody now and tells what came of it; uninvited ones are asked about first. */
  async record(
    ctx: BotContext,
    who: Keeper,
    eventId: number,
    person: DeskPerson,
    answer: Answer,
    why: { nonce: string; reason: string | null } | null = null,
  ): Promise<void> {
    const { checkIn, ports } = this.#chat;
    const at = ports.clock.now();
    const reason = why?.reason ?? null;
    const nonce = why?.nonce ?? null;
    const outcome = await checkIn.record(who, { eventId, person, reason, at, nonce });
    if (!outcome.ok && outcome.reason === 'not_invited')
      return this.#askReason(ctx, who, eventId, person, outcome.attendee.name, answer);
    // Whoever records the next person is done with the one before.
    if (((await this.current(who))?.form ?? null) !== null) await this.keep(who, eventId, null);
    await answer(ctx, this.#told(outcome));
  }

  /** Records whoever holds a card. */
  scanCard(ctx: BotContext, who: Keeper, eventId: number, code: string): Promise<void> {
    return this.record(ctx, who, eventId, { by: 'card', code }, say);
  }

  #told(outcome: Exclude<RecordOutcome, { reason: 'not_invited' }>): Message {
    const { wilayah } = this.#chat;
    if (outcome.ok) return messages.recordedCard(outcome.checkIn, wilayah);
    switch (outcome.reason) {
      case 'already':
        return messages.alreadyCard(outcome.checkIn, wilayah);
      case 'undone':
        return messages.recordCard(outcome.checkIn, wilayah);
      default:
        return { text: text.recordRefusals[outcome.reason] };
    }
  }

  async #askReason(
    ctx: BotContext,
    who: Keeper,
    eventId: number,
    person: DeskPerson,
    name: string,
    answer: Answer,
  ): Promise<void> {
    const nonce = randomUUID().slice(0, 8);
    await this.keep(who, eventId, { asking: 'reason', person, nonce, typed: false });
    await answer(ctx, messages.reasonQuestion(name, nonce));
  }

  /** The event of a desk as long as people can be recorded there, or why they cannot. */
  async #served(
    eventId: number,
  ): Promise<{ ok: true; event: Event } | { ok: false; reason: Exclude<GateState, 'open'> }> {
    const { checkIn, ports } = this.#chat;
    const gate = await checkIn.gate(eventId);
    if (gate === null) return { ok: false, reason: 'unknown' };
    const reason = gateState(gate, ports.clock.now());
    return reason === 'open' ? { ok: true, event: gate.event } : { ok: false, reason };
  }

  async #search(ctx: BotContext, who: Keeper, eventId: number, said: string): Promise<void> {
    if (said.includes('kartu_')) return this.scanCard(ctx, who, eventId, said);
    if (said.replace(/[^\p{L}]/gu, '').length < 2)
      return void (await say(ctx, messages.deskHelp(eventId)));
    const found = await this.#chat.checkIn.find(who.scope, eventId, said, mostFound);
    await say(ctx, messages.foundPeople(eventId, said.slice(0, 60), found, this.#chat.wilayah));
  }
}
