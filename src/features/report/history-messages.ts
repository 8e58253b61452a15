import { z } from 'zod';
import { defineButton, idArgument } from '../../bot/callback-data.ts';
import { button, buttons, type Message } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import { lines } from '../../text/html.ts';
import * as text from '../../text/id/report-history.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { Candidate, HistoryView } from './history.ts';
import { type HistoryEntry, presenceOf } from './history-rules.ts';

const page = z.coerce.number().int().min(0);

/** One kader's history. */
export const historyButton = defineButton('his.open', [idArgument, page]);
/** The names that begin as typed. */
export const searchButton = defineButton('his.find', [page, z.string().min(1)]);

const candidatesPerPage = 8;
const entriesPerPage = 5;

/** The names that fit, to choose one. */
export function candidateList(
  found: Candidate[],
  { typed, page: at }: { typed: string; page: number },
  wilayah: Wilayah,
): Message {
  if (found.length === 0) return { text: text.nobody(typed) };
  const { items, ...turn } = pageOf(found, at, candidatesPerPage);
  return {
    text: text.choose(found.length, { at: turn.page + 1, of: turn.pages }),
    keyboard: buttons(
      ...items.map((candidate) => [
        button(
          text.labels.candidate(candidate.name, wilayah.areaName(candidate)),
          historyButton.data(candidate.id, 0),
        ),
      ]),
      pageButtons(turn, (to) => searchButton.data(to, typed)),
    ),
  };
}

/** A page of one kader's events with the totals of all; `note` says why it is this one that is shown. */
export function historyCard(
  { kader, entries, totals, asOf }: HistoryView,
  shown: { isOwn: boolean; page: number; note?: Message['text'] },
  wilayah: Wilayah,
): Message {
  const { items, ...turn } = pageOf(entries, shown.page, entriesPerPage);
  const card = text.history(
    {
      name: kader.name,
      about: `${kader.jabatan}, ${wilayah.areaName(kader)}`,
      phone: shown.isOwn ? null : (kader.phone?.e164 ?? null),
      isOwn: shown.isOwn,
      hasLeft: kader.status === 'LEFT',
    },
    totals,
    items.map((entry) => spoken(entry, asOf)),
    { at: turn.page + 1, of: turn.pages },
  );
  return {
    text: shown.note === undefined ? card : lines(shown.note, '', card),
    keyboard: buttons(pageButtons(turn, (to) => historyButton.data(kader.id, to))),
  };
}

function spoken(entry: HistoryEntry, now: Date): text.EntryLines {
  const { event, isInvited, answer, arrival } = entry;
  return {
    title: event.title,
    startsAt: event.startsAt,
    isInvited,
    answer,
    presence: presenceOf(entry, now),
    cameAt: arrival?.at ?? null,
    leftAt: arrival?.leftAt ?? null,
  };
}
