/** Joins the terms of a message into one period: ranges, lists, open ends, years said elsewhere. */
import {
  before,
  type IndexRange,
  isMonths,
  rangeBetween,
  resolveTerm,
  startOf,
} from './resolving.ts';
import type { Item, Joint, MonthIndex, Term } from './terms.ts';
import type { Token } from './tokens.ts';

interface Link {
  readonly term: Term;
  /** What stands before the term. */
  readonly joint: Joint;
}

const OPENING: ReadonlySet<Joint> = new Set(['since', 'between', 'not']);

/** Chains of terms that stand together; a chain ends where other words come between. */
function chainsOf(items: readonly Item[]): Link[][] {
  const chains: Link[][] = [];
  let chain: Link[] = [];
  let joint: Joint = 'gap';
  for (const item of items) {
    if (item.kind === 'joint') {
      const ends = item.joint === 'gap' || item.joint === 'stop' || item.joint === 'but';
      const opensAgain = OPENING.has(item.joint) && chain.length > 0;
      if (ends || opensAgain) {
        if (chain.length > 0) chains.push(chain);
        chain = [];
      }
      joint = item.joint;
      continue;
    }
    chain.push({ term: item, joint: chain.length > 0 && joint === 'gap' ? 'and' : joint });
    joint = 'gap';
  }
  if (chain.length > 0) chains.push(chain);
  return chains;
}

/** Gives a year that stands beside months to them: "april 2023", "2023 bulan april". */
function withYears(chain: readonly Link[]): Link[] {
  const links = [...chain];
  for (let at = 0; at < links.length; at += 1) {
    const link = links[at];
    if (link?.term.kind !== 'year') continue;
    const { year } = link.term;
    const [before, after] = [links[at - 1], links[at + 1]];
    const takes = (other: Link | undefined): other is Link =>
      isMonths(other?.term) && other.term.year === null;
    if (takes(before) && link.joint === 'and') {
      links[at - 1] = { ...before, term: { ...before.term, year } as Term };
      links.splice(at, 1);
      at -= 1;
    } else if (takes(after) && after.joint === 'and') {
      links[at + 1] = { joint: link.joint, term: { ...after.term, year } as Term };
      links.splice(at, 1);
    }
  }
  return links;
}

/** One range when the parts follow each other without a gap, else null. */
function contiguous(parts: readonly (IndexRange | null)[]): IndexRange | null {
  const known = parts.filter((part) => part !== null).sort((a, b) => a.from - b.from);
  const [first] = known;
  if (first === undefined || known.length < parts.length) return null;
  if (known.length === 1) return first;
  let to = first.to;
  for (const part of known.slice(1)) {
    if (part.from > to + 1) return null;
    to = Math.max(to, part.to);
  }
  const last = known.find((part) => part.to === to);
  const alt = last?.alt;
  return alt === undefined || alt.from !== last?.from
    ? { from: first.from, to }
    : { from: first.from, to, alt: { from: first.from, to: alt.to } };
}

/** Terms side by side: each by itself, with the year of the last, or each before the next one. */
function joinList(terms: readonly Term[], now: MonthIndex): IndexRange | null {
  const last = terms.at(-1);
  const year = isMonths(last) ? last.year : null;
  const sharing = terms.map((term) =>
    isMonths(term) && term.year === null && year !== null ? { ...term, year } : term,
  );
  const together = contiguous(sharing.map((term) => resolveTerm(term, now)));
  if (together !== null) return together;
  let bound = last === undefined ? null : resolveTerm(last, now);
  const parts = [bound];
  for (const term of terms.slice(0, -1).reverse()) {
    bound = bound === null ? null : before(term, bound.from - 1, now);
    parts.unshift(bound);
  }
  return contiguous(parts);
}

/** Cuts a chain at its ranges and joins what is left as a list. */
function joinChain(chain: readonly Link[], now: MonthIndex): IndexRange | null {
  const terms: Term[] = [];
  const yearAtEnd = chain.at(-1)?.term;
  for (let at = 0; at < chain.length; at += 1) {
    const [link, next] = [chain[at], chain[at + 1]];
    if (link === undefined) continue;
    if (next?.joint !== 'until') {
      terms.push(link.term);
      continue;
    }
    let end = at + 1;
    while (chain[end + 1]?.joint === 'until') end += 1;
    const last = chain[end]?.term ?? link.term;
    const dated =
      isMonths(last) && last.year === null && isMonths(yearAtEnd) && yearAtEnd.year !== null
        ? { ...last, year: yearAtEnd.year }
        : last;
    const range = rangeBetween(link.term, dated, now);
    if (range === null) return null;
    if (chain.length === end + 1 && terms.length === 0) return range;
    terms.push({ kind: 'fixed', from: range.from, to: range.to, shift: 0 });
    at = end;
  }
  return joinList(terms, now);
}

type Reading = IndexRange | 'unclear' | null;

function readChain(chain: readonly Link[], now: MonthIndex): Reading {
  const links = withYears(chain[0]?.joint === 'not' ? chain.slice(1) : chain);
  const [first] = links;
  if (first === undefined) return null;
  if (links.some(({ joint }, at) => joint === 'or' && at > 0)) return 'unclear';
  const second = links[1];
  if (first.joint === 'between' && second?.joint === 'and' && links.length === 2) {
    return rangeBetween(first.term, second.term, now) ?? 'unclear';
  }
  if (links.length === 1) return readSingle(first, now);
  const dates = links.every(({ term }) => term.kind === 'date' || term.kind === 'now');
  const joined = joinChain(links, now);
  return joined ?? (dates ? null : 'unclear');
}

function readSingle({ term, joint }: Link, now: MonthIndex): Reading {
  if (term.kind === 'now') return null;
  if (joint === 'until') return term.kind === 'date' ? null : 'unclear';
  if (joint === 'since') {
    const from = startOf(term, now);
    if (from === null) return null;
    return from <= now ? { from, to: now } : resolveTerm(term, now);
  }
  if (term.kind === 'edge') return 'unclear';
  return resolveTerm(term, now);
}

const sameRange = (a: IndexRange, b: IndexRange): boolean => a.from === b.from && a.to === b.to;

/**
 * The one period that a row of items means, or null. A feast makes bare years meaningless
 * ("lebaran tahun lalu"); after a correction ("eh", "ralat") only what follows counts.
 */
export function resolvePeriod(
  items: readonly Item[],
  tokens: readonly Token[],
  now: MonthIndex,
): IndexRange | null {
  const feast = tokens.some((token) => token.kind === 'word' && token.roles.includes('festival'));
  const corrected = items.findLastIndex((item) => item.kind === 'joint' && item.joint === 'but');
  const afterwards = chainsOf(items.slice(corrected + 1));
  const chains = afterwards.length > 0 ? afterwards : chainsOf(items);
  const readings: IndexRange[] = [];
  for (const chain of yearsGathered(chains)) {
    const bareYear = chain.every(({ term }) => term.kind === 'year' || term.kind === 'edge');
    if (feast && bareYear) continue;
    const reading = readChain(chain, now);
    if (reading === 'unclear') return null;
    if (reading !== null) readings.push(reading);
  }
  const [first, ...others] = readings;
  if (first === undefined) return null;
  return others.every((other) => sameRange(first, other)) ? first : contiguous(readings);
}

/** A year on its own and months without one, said apart, belong together. */
function yearsGathered(chains: readonly Link[][]): readonly Link[][] {
  const lone = chains.filter((chain) => chain.length === 1 && chain[0]?.term.kind === 'year');
  const others = chains.filter((chain) => !lone.includes(chain));
  const [year, ...more] = lone.map((chain) => chain[0]?.term);
  if (year?.kind !== 'year' || more.length > 0 || others.length !== 1) return chains;
  const dated = others[0]?.map((link) =>
    isMonths(link.term) && link.term.year === null
      ? { ...link, term: { ...link.term, year: year.year } }
      : link,
  );
  return dated?.some(({ term }) => isMonths(term) && term.year === year.year) ? [dated] : chains;
}
