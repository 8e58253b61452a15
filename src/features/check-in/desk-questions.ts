import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, type Message } from '../../bot/message.ts';
import * as text from '../../text/id/check-in-desk.ts';
import type { Area } from '../access/rules.ts';
import { unclearArea } from '../wilayah/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { Form, KnownNamesake } from './desk-draft.ts';
import type { Namesake } from './desk-finding.ts';
import { personLabel } from './desk-messages.ts';

/** A namesake as the desk's draft keeps them for the question about them. */
export function known(namesake: Namesake, wilayah: Wilayah): KnownNamesake {
  if (namesake.by === 'kader') {
    const { person } = namesake;
    return { by: 'kader', kaderId: person.kaderId, label: personLabel(person, wilayah) };
  }
  const { attendee, number, at } = namesake.checkIn;
  return { by: 'guest', name: attendee.name, number, at: at.toISOString() };
}

/** What a desk asks about, with the buttons that answer it. */
export function question(eventId: number, form: Form): Message {
  switch (form.asking) {
    case 'guest_name':
      return { text: text.askGuestName };
    case 'guest_area':
      return { text: text.askGuestArea(form.name), keyboard: buttons(elsewhereRow()) };
    case 'namesake': {
      const { known, nonce } = form;
      const another = [button(text.labels.another, on.namesakeButton.data(nonce, 'another'))];
      if (known.by === 'kader') {
        const them = [button(known.label, on.recordButton.data(eventId, known.kaderId))];
        return { text: text.askListed(form.person.name), keyboard: buttons(them, another) };
      }
      return {
        text: text.askNamesake({ ...known, at: new Date(known.at) }),
        keyboard: buttons(another, [
          button(text.labels.same, on.namesakeButton.data(nonce, 'same')),
        ]),
      };
    }
    case 'reason':
      return form.typed ? { text: text.askOwnReason } : reasonQuestion(form.name, form.nonce);
  }
}

/** Why somebody uninvited came. @param nonce of the recording that waits for the answer */
function reasonQuestion(name: string, nonce: string): Message {
  return {
    text: text.askReason(name),
    keyboard: buttons(
      [button(text.reasons.substitute, on.reasonButton.data(nonce, 'substitute'))],
      [button(text.reasons.uninvited, on.reasonButton.data(nonce, 'uninvited'))],
      [button(text.reasons.asked, on.reasonButton.data(nonce, 'asked'))],
      [button(text.labels.ownReason, on.reasonButton.data(nonce, 'own'))],
    ),
  };
}

/** The areas that what was typed may mean. */
export function areaChoice(said: string, mayBe: Area[], wilayah: Wilayah): Message {
  const pick = (code: string) => on.areaButton.data(code);
  return unclearArea(said, mayBe, wilayah, { kecamatan: pick, kelurahan: pick }, elsewhereRow());
}

function elsewhereRow(): InlineKeyboardButton[] {
  return [button(text.labels.elsewhere, on.elsewhereButton.data())];
}
