import type { BotContext } from '../../bot/context.ts';
import { saidText, say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import { mainKeys } from '../../bot/menus.ts';
import type { Registry } from '../../bot/registry.ts';
import { displayName } from '../../language/names.ts';
import { maskPhone, parseInternationalPhone } from '../../platform/phone.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Html } from '../../text/html.ts';
import * as text from '../../text/id/profile.ts';
import * as registrationText from '../../text/id/registration.ts';
import { unknown as placeUnknown } from '../../text/id/wilayah.ts';
import type { Area, Grants } from '../access/rules.ts';
import { submittedCard } from '../application/messages.ts';
import { wantedFor } from '../application/rules.ts';
import type { ApplicationService } from '../application/service.ts';
import { readName } from '../registration/name-reading.ts';
import type { AreaReader, AreaReading } from '../wilayah/area-reading.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as messages from './messages.ts';
import type { ProfileChange } from './schema.ts';
import { profileChangeSchema } from './schema.ts';
import type { ProfileService } from './service.ts';

/** A change of one's own data that is under way. */
export const profileDraft = defineDraft('profile', profileChangeSchema);

/** What /profil stands on. */
export interface ProfileChat {
  ports: Ports;
  profile: ProfileService;
  applications: ApplicationService;
  wilayah: Wilayah;
  areas: AreaReader;
  registry: () => Registry;
}

type Self = Grants['kader'];
type Asking = { note?: Html; page?: number };

/** The thread of a change: where the person is, what they are asked there, and what they answer. */
export function createProfileConversation(chat: ProfileChat) {
  const { ports, profile, applications, wilayah, areas, registry } = chat;

  /** Remembers where the person is now, and asks what is asked there. */
  async function goTo(ctx: BotContext, who: Self, at: ProfileChange, asking?: Asking) {
    await writeDraft(ports.db, profileDraft, who.accountId, at, ports.clock.now());
    await ask(ctx, who, at, asking);
  }

  async function ask(ctx: BotContext, who: Self, at: ProfileChange, asking: Asking = {}) {
    const { note } = asking;
    switch (at.step) {
      case 'name':
        return show(ctx, messages.nameQuestion(who.kader.name, note));
      case 'other_name':
        return show(ctx, messages.otherNameQuestion(who.kader.name, at.name, note));
      case 'number':
        return show(ctx, messages.numberQuestion(note));
      case 'kecamatan':
        return show(ctx, messages.kecamatanQuestion(who.kader.jabatan === 'TKSK', wilayah, asking));
      case 'kelurahan':
        return show(ctx, messages.kelurahanQuestion(at.kecamatanCode, wilayah, asking));
      case 'move':
        return show(ctx, messages.moveQuestion(who.kader, at, wilayah, note));
    }
  }

  /** Takes the area to move to: a kecamatan leads a PSM on to its kelurahan. */
  async function takeArea(ctx: BotContext, who: Self, area: Area) {
    const { kecamatanCode } = area;
    if (who.kader.jabatan === 'PSM' && area.kelurahanCode === null)
      return goTo(ctx, who, { step: 'kelurahan', kecamatanCode });
    const kelurahanCode = who.kader.jabatan === 'PSM' ? area.kelurahanCode : null;
    const stays =
      who.kader.kecamatanCode === kecamatanCode && who.kader.kelurahanCode === kelurahanCode;
    if (stays) return goTo(ctx, who, { step: 'kecamatan' }, { note: text.sameArea });
    return goTo(ctx, who, { step: 'move', kecamatanCode, kelurahanCode });
  }

  /** Whatever is sent while a change is under way. */
  async function hear(ctx: BotContext, who: Self): Promise<void> {
    const at = await readDraft(ports.db, profileDraft, who.accountId);
    if (at === null) return finish(ctx, who, text.lost);
    const said = saidText(ctx);
    switch (at.step) {
      case 'name':
        return hearName(ctx, who, said);
      case 'number':
        return hearNumber(ctx, who, said);
      case 'kecamatan':
        return hearArea(ctx, who, at, said, areas.kecamatan(said));
      case 'kelurahan':
        return hearArea(ctx, who, at, said, areas.kelurahan(said, at.kecamatanCode));
      case 'other_name':
      case 'move':
        return ask(ctx, who, at, { note: text.pickButton });
    }
  }

  async function hearName(ctx: BotContext, who: Self, said: string): Promise<void> {
    const reading = readName(said);
    if (!reading.ok)
      return ask(ctx, who, { step: 'name' }, { note: registrationText.nameFaults[reading.reason] });
    const name = displayName(reading.name);
    const outcome = await profile.correctName(who, name);
    if (outcome.ok) return finish(ctx, who, text.nameDone(outcome.name));
    switch (outcome.reason) {
      case 'unchanged':
        return finish(ctx, who, text.nameUnchanged);
      case 'other_name':
        return goTo(ctx, who, { step: 'other_name', name });
    }
  }

  async function hearNumber(ctx: BotContext, who: Self, said: string): Promise<void> {
    if (said === text.labels.keepNumber) return finish(ctx, who, text.unchanged);
    const again = (note: Html) => ask(ctx, who, { step: 'number' }, { note });
    const contact =
      ctx.message !== undefined && 'contact' in ctx.message ? ctx.message.contact : null;
    if (contact === null)
      return again(/\d{4}/.test(said) ? registrationText.numberNotTyped : text.strange);
    if (contact.user_id !== ctx.from?.id) return again(registrationText.someoneElsesContact);
    const phone = parseInternationalPhone(contact.phone_number);
    if (phone === null) return again(registrationText.unusableNumber);

    const outcome = await profile.changeNumber(who, phone);
    if (outcome.ok) return finish(ctx, who, text.numberDone(maskPhone(phone)));
    switch (outcome.reason) {
      case 'unchanged':
        return finish(ctx, who, text.numberUnchanged(maskPhone(phone)));
      case 'held_by_another': {
        await finish(ctx, who, text.numberHeld);
        const wanted = wantedFor(outcome.kader, 'NEW_NUMBER', { phone });
        const submitted = await applications.submit(who, wanted);
        if (submitted.ok) await say(ctx, submittedCard(submitted.application, wilayah));
      }
    }
  }

  async function hearArea(
    ctx: BotContext,
    who: Self,
    at: ProfileChange,
    said: string,
    reading: AreaReading,
  ): Promise<void> {
    if (said === '') return ask(ctx, who, at, { note: text.strange });
    if (reading.ok) return takeArea(ctx, who, reading.area);
    if (reading.mayBe.length === 0) return ask(ctx, who, at, { note: placeUnknown(said) });
    await say(ctx, messages.unclearArea(said, reading.mayBe, wilayah));
  }

  /** Says how it ended, and gives the big keys back. */
  async function finish(ctx: BotContext, who: Self, words: Html): Promise<void> {
    await clearDraft(ports.db, who.accountId);
    await say(ctx, { text: words, keyboard: mainKeys(registry(), who) });
  }

  return { goTo, ask, takeArea, hear };
}
