import { commandMenu, mainKeys } from '../../bot/menus.ts';
import type { Message } from '../../bot/message.ts';
import { button, buttons, toSend } from '../../bot/message.ts';
import type { Registry } from '../../bot/registry.ts';
import type { Html } from '../../text/html.ts';
import { lines } from '../../text/html.ts';
import * as text from '../../text/id/access.ts';
import * as areas from '../wilayah/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { Candidate, Officer } from './grant-repository.ts';
import type { AccessLetters } from './letters.ts';
import type { Area, GrantedRole } from './rules.ts';

/** How many people one page of /petugas holds. */
export const officersPerPage = 8;

/** `Admin`, `Petugas Dinsos`, `Koordinator Kecamatan Ciledug`, `Koordinator seluruh kota`. */
export function roleName(granted: GrantedRole, wilayah: Wilayah): string {
  if (granted.role !== 'COORDINATOR') return text.roleLabels[granted.role];
  const { kecamatanCode, kelurahanCode } = granted;
  return text.coordinator(
    kecamatanCode === null ? text.wholeCity : wilayah.areaName({ kecamatanCode, kelurahanCode }),
  );
}

function officerName({ name, telegramId }: Officer): string {
  return name === '' ? text.unnamed(telegramId) : name;
}

/** One page of everybody with a role; `page` counts from 0. */
export function officerList(
  found: { total: number; officers: Officer[] },
  page: number,
  wilayah: Wilayah,
): Message {
  const last = Math.max(0, Math.ceil(found.total / officersPerPage) - 1);
  return {
    text: text.list(found.total),
    keyboard: buttons(
      ...found.officers.map((officer) => [
        button(
          text.listLabel(officerName(officer), roleName(officer.role, wilayah)),
          on.openButton.data(officer.grantId),
        ),
      ]),
      areas.pageButtons(page, last, on.listButton.data),
      [button(text.labels.add, on.addButton.data())],
    ),
  };
}

/** One person with a role. */
export function officerCard(officer: Officer, wilayah: Wilayah): Message {
  return {
    text: text.card(officerName(officer), roleName(officer.role, wilayah), officer.since),
    keyboard: buttons([
      button(text.labels.back, on.listButton.data(0)),
      button(text.labels.revoke, on.revokeButton.data(officer.grantId)),
    ]),
  };
}

/** Shall the role really be taken away? */
export function revokeQuestion(officer: Officer, wilayah: Wilayah): Message {
  return {
    text: text.revokeQuestion(officerName(officer), roleName(officer.role, wilayah)),
    keyboard: buttons([
      button(text.labels.revokeSurely, on.revokeSurelyButton.data(officer.grantId)),
      button(text.labels.back, on.openButton.data(officer.grantId)),
    ]),
  };
}

/** The role has been taken away. */
export function revokeDone(officer: Officer, wilayah: Wilayah): Message {
  return {
    text: text.revokeDone(officerName(officer), roleName(officer.role, wilayah)),
    keyboard: backToList(),
  };
}

/** A sentence with the way back to the list. */
export function aside(words: Html): Message {
  return { text: words, keyboard: backToList() };
}

function backToList() {
  return buttons([button(text.labels.back, on.listButton.data(0))]);
}

/** Which role is to be given. */
export function roleQuestion(): Message {
  const role = (name: keyof typeof text.roleLabels) =>
    button(text.roleLabels[name], on.roleButton.data(name));
  return {
    text: text.askRole,
    keyboard: buttons(
      [role('STAFF')],
      [role('COORDINATOR')],
      [role('ADMIN')],
      [button(text.labels.back, on.listButton.data(0))],
    ),
  };
}

const cancelRow = [button(text.labels.cancel, on.cancelButton.data())];

/** Which area a coordinator is for; `page` of the kecamatan counts from 0. */
export function areaQuestion(wilayah: Wilayah, page = 0, note?: Html): Message {
  const to = { pick: on.kecamatanButton.data, turn: on.kecamatanPageButton.data };
  return {
    text: note === undefined ? text.askArea : lines(note, '', text.askArea),
    keyboard: buttons(
      [button(text.labels.wholeCity, on.wholeCityButton.data())],
      ...areas.areaButtons(wilayah.kecamatan, page, to),
      cancelRow,
    ),
  };
}

/** The whole kecamatan, or one of its kelurahan. */
export function withinQuestion(kecamatanCode: string, wilayah: Wilayah, page = 0): Message {
  const name = wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode;
  return {
    text: text.askWithin(name),
    keyboard: buttons(
      [button(text.labels.wholeKecamatan(name), on.wholeKecamatanButton.data(kecamatanCode))],
      ...areas.areaButtons(wilayah.kelurahanOf(kecamatanCode), page, {
        pick: on.kelurahanButton.data,
        turn: (to) => on.kelurahanPageButton.data(kecamatanCode, to),
      }),
      [button(text.labels.back, on.kecamatanPageButton.data(0))],
    ),
  };
}

/** Areas that a typed answer may mean, to choose from. */
export function unclearArea(said: string, mayBe: Area[], wilayah: Wilayah): Message {
  const pick = { kecamatan: on.wholeKecamatanButton.data, kelurahan: on.kelurahanButton.data };
  return areas.unclearArea(said, mayBe, wilayah, pick, cancelRow);
}

const linkRow = [button(text.labels.makeLink, on.linkButton.data())];

/** Who is to have the role. */
export function personQuestion(role: GrantedRole, wilayah: Wilayah, note?: Html): Message {
  const question = text.askPerson(roleName(role, wilayah));
  return {
    text: note === undefined ? question : lines(note, '', question),
    keyboard: buttons(linkRow, cancelRow),
  };
}

/** Whom a search found; `more` = there are others. */
export function candidateList(
  typed: string,
  candidates: Candidate[],
  more: boolean,
  wilayah: Wilayah,
): Message {
  return {
    text: more ? lines(text.foundPeople(typed), text.moreExist) : text.foundPeople(typed),
    keyboard: buttons(
      ...candidates.map((candidate) => [
        button(candidateLabel(candidate, wilayah), on.candidateButton.data(candidate.accountId)),
      ]),
      linkRow,
      cancelRow,
    ),
  };
}

/** A search that found nobody, with the ways on. */
export function nobodyFound(words: Html): Message {
  return { text: words, keyboard: buttons(linkRow, cancelRow) };
}

/** Shall this person really have the role? */
export function appointQuestion(
  candidate: Candidate,
  role: GrantedRole,
  wilayah: Wilayah,
): Message {
  return {
    text: text.appointQuestion(candidateLabel(candidate, wilayah), roleName(role, wilayah)),
    keyboard: buttons([
      button(text.labels.appoint, on.appointButton.data(candidate.accountId)),
      button(text.labels.cancel, on.cancelButton.data()),
    ]),
  };
}

function candidateLabel({ name, username, kader }: Candidate, wilayah: Wilayah): string {
  const telegram = username === null ? '' : `@${username}`;
  return text.candidateLabel(
    name,
    kader === null ? telegram : `${kader.jabatan} ${wilayah.areaName(kader)}`,
  );
}

/** A role that came by link. */
export function invitation(
  role: GrantedRole,
  invitedBy: string,
  code: string,
  wilayah: Wilayah,
): Message {
  return {
    text: text.invitation(roleName(role, wilayah), invitedBy),
    keyboard: buttons([
      button(text.labels.accept, on.acceptButton.data(code)),
      button(text.labels.refuse, on.refuseButton.data()),
    ]),
  };
}

/** What is queued for people whose roles change. */
export function accessLetters(deps: { wilayah: Wilayah; registry: () => Registry }): AccessLetters {
  const { wilayah, registry } = deps;
  const withKeys = (words: Html, actor: Parameters<AccessLetters['menu']>[0]) =>
    toSend({ text: words, keyboard: mainKeys(registry(), actor) });
  return {
    menu: (actor) => commandMenu(registry(), actor),
    granted: (role, actor) => withKeys(text.granted(roleName(role, wilayah)), actor),
    revoked: (role, actor) => withKeys(text.revoked(roleName(role, wilayah)), actor),
  };
}
