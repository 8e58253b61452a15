import type { AudienceReading } from '../kader/audience-reading.ts';
import type { Audience, Group } from '../kader/schema.ts';
import { type EventProblem, missingField, problemOf } from './rules.ts';
import {
  type EventDraft,
  type EventField,
  type EventOutline,
  emptyOutline,
  type FieldValues,
} from './schema.ts';

/** A conversation that has just begun; the first thing asked for is the title. */
export const newDraft: EventDraft = {
  eventId: null,
  outline: emptyOutline,
  asking: 'title',
  ticked: [],
  unread: [],
};

/**
 * Takes values in and moves on to the next field. A value that cannot be together with the others is left out
 * and asked for again.
 */
export function fillIn(
  draft: EventDraft,
  values: FieldValues,
  now: Date,
): { draft: EventDraft; problem: EventProblem | null } {
  const outline = { ...draft.outline, ...values };
  const problem = problemOf(outline, now);
  const kept = problem === null ? outline : { ...outline, [problem.field]: null };
  const asking = problem?.field ?? missingField(kept) ?? draft.asking;
  return { draft: { ...draft, outline: kept, asking, ticked: [], unread: [] }, problem };
}

/** Adds groups to those chosen so far; "everybody" takes the place of all others. */
export function withGroups(chosen: readonly Group[], more: readonly Group[]): Group[] {
  const all = [...chosen, ...more];
  if (all.some((group) => group.by === 'all')) return [{ by: 'all' }];
  const keys = new Map(all.map((group) => [JSON.stringify(group), group]));
  return [...keys.values()];
}

/** Ticks a group, or takes the tick away. */
export function toggled(chosen: readonly Group[], group: Group): Group[] {
  const key = JSON.stringify(group);
  const others = chosen.filter((other) => JSON.stringify(other) !== key);
  return others.length < chosen.length ? others : withGroups(chosen, [group]);
}

/** What a written audience leads to: an audience, or a draft in which the unclear parts wait. */
export function audienceOf(
  draft: EventDraft,
  { groups, unclear }: AudienceReading,
): { audience: Audience } | { draft: EventDraft } {
  const chosen = withGroups(draft.ticked, groups);
  // What is written while a part is unclear clears up that part, not those behind it.
  const unread = [...unclear.map(({ said }) => said), ...draft.unread.slice(1)];
  if (unread.length === 0 && chosen.length > 0) return { audience: { include: chosen } };
  return { draft: { ...draft, asking: 'audience', ticked: chosen, unread } };
}

/** The value an outline has for one field, to be put into another; a day comes with its time. */
export function fieldValue(outline: EventOutline, field: EventField): FieldValues {
  const value = outline[field];
  if (value === null) return {};
  const time = field === 'day' ? outline.time : null;
  return { [field]: value, ...(time === null ? {} : { time }) };
}
