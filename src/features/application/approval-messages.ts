import { commandMenu, mainKeys } from '../../bot/menus.ts';
import type { Message } from '../../bot/message.ts';
import { button, buttons, messageParameters, toSend } from '../../bot/message.ts';
import type { Registry } from '../../bot/registry.ts';
import { sameName } from '../../language/names.ts';
import { maskPhone, type Phone } from '../../platform/phone.ts';
import * as applicationText from '../../text/id/application.ts';
import * as text from '../../text/id/approval.ts';
import * as wilayahText from '../../text/id/wilayah.ts';
import type { Area } from '../access/rules.ts';
import { pageButtons } from '../wilayah/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { ApplicationLetters } from './letters.ts';
import { shown } from './messages.ts';
import type { WaitingApplication } from './repository.ts';
import type { Application } from './rules.ts';

/** How many applications one page of the list holds. */
export const applicationsPerPage = 8;

/** An application as whoever may decide sees it: with its buttons while it waits, else with its outcome. */
export function applicationCard(application: Application, wilayah: Wilayah): Message {
  const { id, kind, status, decision } = application;
  const contents = cardContents(application, wilayah);
  if (status !== 'WAITING') return { text: text.settled(kind, contents, status, decision) };
  return {
    text: text.card(kind, contents),
    keyboard: buttons(
      [
        button(text.labels.approve, on.approveButton.data(id)),
        button(text.labels.reject, on.rejectButton.data(id)),
      ],
      [button(text.labels.number, on.numberButton.data(id))],
    ),
  };
}

function cardContents(application: Application, wilayah: Wilayah): text.Card {
  const { name, jabatan, phone, kader, holder, createdAt, applicant } = application;
  return {
    name,
    jabatan,
    area: fullPlace(application, wilayah),
    masked: masked(phone),
    telegramName: applicant.firstName,
    createdAt,
    replacesAccount: kader?.account != null && kader.account.id !== applicant.accountId,
    now:
      kader === null
        ? null
        : { ...kader, area: fullPlace(kader, wilayah), masked: masked(kader.phone) },
    holder:
      holder === null
        ? null
        : {
            ...shown(holder, wilayah),
            isSamePerson: application.kind === 'NEW' && sameName(holder.name, name) !== 'different',
          },
  };
}

/** One page of the waiting applications; `page` counts from 0. */
export function waitingList(
  found: { total: number; applications: WaitingApplication[] },
  page: number,
  wilayah: Wilayah,
): Message {
  const { total, applications } = found;
  if (total === 0) return { text: text.nothingWaiting };
  const last = Math.ceil(total / applicationsPerPage) - 1;
  return {
    text: text.list(total),
    keyboard: buttons(
      ...applications.map((application) => {
        const label = text.listLabel(
          application.kind,
          application.name,
          areaOf(application, wilayah),
        );
        return [button(label, on.openButton.data(application.id))];
      }),
      pageButtons(page, last, on.listButton.data),
    ),
  };
}

/** What is queued for people around an application. */
export function applicationLetters(deps: {
  wilayah: Wilayah;
  registry: () => Registry;
}): ApplicationLetters {
  const { wilayah, registry } = deps;
  return {
    menu: (actor) => commandMenu(registry(), actor),
    card: (application) => toSend(applicationCard(application, wilayah)),
    settledCard: (application, messageNumber) => ({
      method: 'editMessageText',
      payload: {
        message_id: messageNumber,
        ...messageParameters(applicationCard(application, wilayah)),
      },
    }),
    approved: (application, applicant) =>
      toSend({
        text: text.approvedAs(
          text.approved[application.kind](application.name),
          applicationText.person(shown(application, wilayah)),
        ),
        keyboard: mainKeys(registry(), applicant),
      }),
    rejected: ({ kind }, applicant) =>
      toSend({ text: text.rejected(kind), keyboard: mainKeys(registry(), applicant) }),
    accountReplaced: (kaderName, former) =>
      toSend({
        text: applicationText.accountReplaced(kaderName),
        keyboard: mainKeys(registry(), former),
      }),
    numberGivenAway: (kaderName) => toSend({ text: applicationText.numberGivenAway(kaderName) }),
  };
}

function fullPlace({ kecamatanCode, kelurahanCode }: Area, wilayah: Wilayah): string {
  return wilayahText.fullPlace(
    wilayah.findKelurahan(kelurahanCode ?? '')?.name ?? null,
    wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode,
  );
}

/** The bare name of the area, for a narrow button. */
function areaOf({ kecamatanCode, kelurahanCode }: Area, wilayah: Wilayah): string {
  const kelurahan = wilayah.findKelurahan(kelurahanCode ?? '');
  return kelurahan?.name ?? wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode;
}

function masked(phone: Phone | null): string | null {
  return phone === null ? null : maskPhone(phone);
}
