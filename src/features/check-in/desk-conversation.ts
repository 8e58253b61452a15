import { type BotContext, saidText, say, show } from '../../bot/context.ts';
import { clearDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
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
import { type DeskDraft, deskDraft, type Form, newNonce } from './desk-draft.ts';
import * as messages from './desk-messages.ts';
import * as questions from './desk-questions.ts';
import { type GateState, gateState } from './rules.ts';
import { type DeskPerson, recordingSchema } from './schema.ts';
import type { CheckInService } from './service.ts';

export type Keeper = Grants['coordinator'];

export interface DeskChat {
  ports: Ports;
  checkIn: CheckInService;
  wilayah: Wilayah;
  areas: AreaReader;
}

const mostFound = 8;

/** Shows what came of something: in place of the pressed message, or below what was typed. */
type Answer = (ctx: BotContext, message: Message) => Promise<unknown>;

/** The desk of one staff member or coordinator, as a conversation; nothing of it lives in memory. */
export class DeskConversation {
  readonly #chat: DeskChat;

  constructor(chat: DeskChat) {
    this.#chat = chat;
  }

  /** The event of the open desk, and what it asks about; null when no desk is open. */
  current({ accountId }: Keeper): Promise<DeskDraft | null> {
    return readDraft(this.#chat.ports.db, deskDraft, accountId);
  }

  /** Opens the desk of an event, or tells why it cannot be. */
  async open(ctx: BotContext, who: Keeper, eventId: number): Promise<void> {
    const served = await this.#served(eventId);
    if (!served.ok) return void (await say(ctx, { text: text.recordRefusals[served.reason] }));
    await this.#keep(who, eventId, null);
    await say(ctx, messages.deskHome(served.event));
  }

  /** Asks for a guest who is on no list. */
  async askGuest(ctx: BotContext, who: Keeper, eventId: number): Promise<void> {
    const served = await this.#served(eventId);
    if (!served.ok) return void (await say(ctx, { text: text.recordRefusals[served.reason] }));
    await this.#ask(ctx, who, eventId, { asking: 'guest_name' }, say);
  }

  /** Closes the desk. @returns whether one was open */
  async close(who: Keeper): Promise<boolean> {
    if ((await this.current(who)) === null) return false;
    await clearDraft(this.#chat.ports.db, who.accountId);
    return true;
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
        return this.#ask(ctx, who, eventId, { asking: 'guest_area', name }, say);
      }
      case 'guest_area': {
        if (said === '') return void (await say(ctx, questions.question(eventId, form)));
        const reading = this.#chat.areas.any(said);
        if (reading.ok) return this.takeArea(ctx, who, reading.area, say);
        const { mayBe } = reading;
        await say(
          ctx,
          mayBe.length === 0
            ? { ...questions.question(eventId, form), text: placeUnknown(said) }
            : questions.areaChoice(said, mayBe, this.#chat.wilayah),
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
    if (desk?.form?.asking !== 'guest_area') {
      // The second of two taps must not wipe out the question that the first one brought.
      const asked = desk?.form
        ? questions.question(desk.eventId, desk.form)
        : { text: text.oldForm };
      return void (await answer(ctx, asked));
    }
    const { eventId, form } = desk;
    const { kecamatanCode = null, kelurahanCode = null } = area ?? {};
    const { name } = form;
    const person = { by: 'guest' as const, name, jabatan: null, kecamatanCode, kelurahanCode };
    const { checkIn, wilayah } = this.#chat;
    const namesake = await checkIn.namesake(who.scope, eventId, person);
    if (namesake === null) return this.#askReason(ctx, who, eventId, person, name, answer);
    const known = questions.known(namesake, wilayah);
    const asked = { asking: 'namesake' as const, person, nonce: newNonce(), known };
    await this.#ask(ctx, who, eventId, asked, answer);
  }

  /** Takes whether a guest is another one than their namesake. */
  async takeNamesake(ctx: BotContext, who: Keeper, nonce: string, isAnother: boolean) {
    const desk = await this.current(who);
    const form = desk?.form ?? null;
    if (isAnother && desk !== null && form?.asking === 'reason' && form.nonce === nonce)
      return show(ctx, questions.question(desk.eventId, form));
    if (desk === null || form?.asking !== 'namesake' || form.nonce !== nonce)
      return show(ctx, { text: isAnother ? text.oldForm : text.sameGuest });
    if (isAnother) {
      const person = { ...form.person, isAnother };
      return this.#askReason(ctx, who, desk.eventId, person, person.name, show, nonce);
    }
    await this.#keep(who, desk.eventId, null);
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
    const form = desk?.form ?? null;
    if (desk === null || form?.asking !== 'reason' || form.nonce !== nonce) {
      // The second of two taps shows again what the first one recorded.
      const { checkIn, wilayah } = this.#chat;
      const sent = desk && (await checkIn.recordOf(who.scope, desk.eventId, { nonce }));
      return show(ctx, sent === null ? { text: text.oldForm } : messages.recordCard(sent, wilayah));
    }
    if (reason === null) return this.#ask(ctx, who, desk.eventId, { ...form, typed: true }, show);
    await this.record(ctx, who, desk.eventId, form.person, show, { nonce, reason });
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
    const { checkIn, ports, wilayah } = this.#chat;
    const at = ports.clock.now();
    const reason = why?.reason ?? null;
    const nonce = why?.nonce ?? null;
    const outcome = await checkIn.record(who, { eventId, person, reason, at, nonce });
    if (!outcome.ok && outcome.reason === 'not_invited')
      return this.#askReason(ctx, who, eventId, person, outcome.attendee.name, answer);
    // Whoever records the next person is done with the one before.
    if (((await this.current(who))?.form ?? null) !== null) await this.#keep(who, eventId, null);
    await answer(ctx, messages.recordOutcome(outcome, wilayah));
  }

  /** Records whoever holds a card. */
  scanCard(ctx: BotContext, who: Keeper, eventId: number, code: string): Promise<void> {
    return this.record(ctx, who, eventId, { by: 'card', code }, say);
  }

  async #askReason(
    ctx: BotContext,
    who: Keeper,
    eventId: number,
    person: DeskPerson,
    name: string,
    answer: Answer,
    nonce = newNonce(),
  ): Promise<void> {
    const form = { asking: 'reason' as const, person, name, nonce, typed: false };
    await this.#ask(ctx, who, eventId, form, answer);
  }

  async #ask(ctx: BotContext, who: Keeper, eventId: number, form: Form, answer: Answer) {
    await this.#keep(who, eventId, form);
    await answer(ctx, questions.question(eventId, form));
  }

  #keep({ accountId }: Keeper, eventId: number, form: Form | null): Promise<void> {
    const { db, clock } = this.#chat.ports;
    return writeDraft(db, deskDraft, accountId, { eventId, form }, clock.now());
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
