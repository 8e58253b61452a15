import { type Item, type Outcome, type Subject, settle } from './claims.ts';
import type { Clause } from './clauses.ts';
import { claimOf } from './predicate.ts';
import { roleOf } from './roles.ts';
import { endsAsQuestion, hasWeight, isLeaning, isPolite, ownLength } from './runs.ts';
import { type Bearer, bearerAfter } from './subjects.ts';
import { hasAny, is, type Word } from './words.ts';

/** What a clause says, and whom its last statement was about. */
export interface ClauseReading {
  readonly items: readonly Item[];
  readonly subject: Subject;
}

/** Reads one clause from left to right into claims, doubts, signs and the matter between them. */
export function readClause(clause: Clause, inherited: Subject): ClauseReading {
  return new ClauseReader(clause, inherited).read();
}

class ClauseReader {
  readonly #clause: Clause;
  readonly #words: readonly Word[];
  readonly #items: Item[] = [];
  #subject: Bearer;
  #spoke = false;
  /** Inside `saya ga bilang …`: what follows is denied, not stated. */
  #denied = false;
  /** Modifiers waiting for their verb, and content waiting for its end, by index. */
  #group: number[] = [];
  #matter: number[] = [];

  constructor(clause: Clause, inherited: Subject) {
    this.#clause = clause;
    this.#words = clause.words;
    const told = hasAny(clause.words, 'hearsay');
    const own = hasAny(clause.words, 'self');
    this.#subject = told && !own ? 'third' : inherited;
  }

  read(): ClauseReading {
    for (let at = 0; at < this.#words.length; at += 1) at = this.#step(at);
    this.#closeGroup(undefined);
    this.#flushMatter();
    return { items: this.#items, subject: this.#subject === 'kin' ? 'self' : this.#subject };
  }

  /** Takes the word at `at`; returns the index of the last word consumed. */
  #step(at: number): number {
    const word = this.#words[at];
    if (word === undefined) return at;
    const role = roleOf(
      this.#clause,
      at,
      this.#mods(),
      hasWeight(this.#words, this.#matter),
      this.#items,
    );
    switch (role) {
      case 'modifier':
        if (this.#turns(word, at)) this.#closeGroup(undefined);
        this.#group.push(at);
        return at;
      case 'come':
      case 'absent':
      case 'cancel':
      case 'partial':
        return this.#claim(
          word,
          at,
          role === 'absent' || role === 'cancel' ? -1 : 1,
          role === 'partial',
        );
      case 'doubt':
      case 'news':
        if (this.#subject !== 'self') {
          this.#content(word, at);
          return at;
        }
        this.#flushMatter();
        this.#items.push({
          kind: 'doubt',
          news: role === 'news',
          from: this.#group[0] ?? at,
          to: at,
        });
        this.#group = [];
        return at;
      case 'yes':
      case 'permit':
      case 'thumb':
      case 'cross':
        this.#sign(role, word, at);
        return at;
      case 'transparent':
        return this.#pass(word, at);
      default:
        this.#content(word, at);
        return at;
    }
  }

  /** `ga bisa bu, lagi ga pegang uang`: a second negation after a finished answer starts anew. */
  #turns(word: Word, at: number): boolean {
    const mods = this.#mods();
    if (!is(word, 'neg', 'notyet') || hasAny(mods, 'rhetor')) return false;
    if (!hasAny(mods, 'able', 'want')) return false;
    const last = this.#group.at(-1) ?? at;
    return last !== at - 1 || is(mods.at(-1), 'aspect', 'done', 'soon');
  }

  #mods(): Word[] {
    return this.#group.map((index) => this.#words[index]).filter((word) => word !== undefined);
  }

  #flushMatter(): void {
    const from = this.#matter[0];
    const to = this.#matter.at(-1);
    if (from !== undefined && to !== undefined) {
      this.#items.push({ kind: 'matter', words: this.#words.slice(from, to + 1), from, to });
    }
    this.#matter = [];
  }

  #claim(head: Word | undefined, at: number, base: 1 | -1, partial: boolean): number {
    const claim = claimOf(
      this.#clause,
      { head, at, base, partial },
      {
        modifiers: this.#group,
        matter: this.#matter,
        subject: this.#subject,
        spoke: this.#spoke,
        denied: this.#denied,
      },
    );
    this.#flushMatter();
    this.#items.push(claim);
    this.#group = [];
    if (this.#subject === 'kin' || this.#subject === 'generic') this.#subject = 'self';
    return claim.to;
  }

  #sign(kind: 'yes' | 'permit' | 'thumb' | 'cross', word: Word, at: number): void {
    const mods = this.#mods();
    if (kind === 'permit' && hasAny(mods, 'neg', 'nix', 'notyet', 'cancel')) {
      if (mods.some((mod) => mod.lemma === 'jadi' || is(mod, 'cancel')))
        this.#claim(word, at, -1, false);
      else this.#content(word, at);
      return;
    }
    if (kind === 'permit' && mods.every(isLeaning)) this.#group = [];
    this.#closeGroup(word);
    this.#flushMatter();
    this.#items.push({ kind, word, from: at, to: at });
  }

  /** Takes a word that only says who speaks or to whom; returns the index of the last word consumed. */
  #pass(word: Word, at: number): number {
    const speaker = is(word, 'self');
    if (
      speaker &&
      this.#subject !== 'self' &&
      is(this.#words[at - 1], 'kin', 'other', 'title', 'hearsay')
    ) {
      if (this.#matter.length > 0) this.#matter.push(at);
      return at;
    }
    if (speaker && this.#mods().some((mod) => is(mod, 'nix'))) {
      // `bukan saya yang hadir` denies the coming itself.
      if (is(this.#words[at + 1], 'rel')) return at + 1;
      this.#matter.push(...this.#group, at);
      this.#group = [];
      return at;
    }
    if (speaker) {
      this.#subject = 'self';
      this.#spoke = true;
    }
    const parting = is(word, 'called', 'greet', 'thanks', 'sorry');
    if (this.#group.length > 0) {
      const mods = this.#mods();
      const answer = mods.every(
        (mod) => is(mod, 'neg', 'notyet', 'nix', 'dont', 'too', 'aspect') && !is(mod, 'able'),
      );
      if ((parting || speaker) && (answer || endsAsQuestion(mods))) this.#closeGroup(undefined);
      return at;
    }
    const hard = is(word, 'called') && is(this.#words[this.#matter.at(-1) ?? -1], 'difficult');
    if ((parting && !hard) || this.#matter.length === 0) this.#flushMatter();
    else this.#matter.push(at);
    return at;
  }

  #content(word: Word, at: number): void {
    if (is(word, 'say') && hasAny(this.#mods(), 'neg')) this.#denied = true;
    this.#closeGroup(word);
    const opens = this.#matter.length === 0;
    if (!opens && is(word, 'wish') && !this.#matter.some((index) => is(this.#words[index], 'wish')))
      this.#flushMatter();
    this.#subject = bearerAfter(this.#words, at, this.#subject, opens, this.#spoke);
    this.#matter.push(at);
  }

  /** Ends a pending group of modifiers that met no verb; `next` is the content it leans on. */
  #closeGroup(next: Word | undefined): void {
    if (this.#group.length === 0) return;
    const first = this.#group[0] ?? 0;
    const mods = this.#mods();
    const prior =
      this.#items.length > 0 || this.#matter.length > 0 || !isPolite(this.#words.slice(0, first));
    const wonders = this.#words[(this.#group.at(-1) ?? 0) + 1]?.lemma === 'ya';
    const lean = wonders && mods.length === 1 && is(mods[0], 'neg') ? undefined : next;
    const apart =
      next !== undefined &&
      this.#words.slice(first, this.#words.indexOf(next)).some((word) => is(word, 'called'));
    const outcome = settle(
      mods,
      lean,
      prior,
      this.#words[first - 1],
      apart ? 'apart' : this.#subject,
    );
    if (outcome === 'matter') {
      if (this.#mods().some((mod) => is(mod, 'hope'))) this.#flushMatter();
      this.#matter.push(...this.#group);
      this.#group = [];
      return;
    }
    const keep =
      outcome === 'claim' && next !== undefined
        ? ownLength(this.#words, this.#group)
        : this.#group.length;
    const leaning = this.#group.slice(keep);
    this.#group = this.#group.slice(0, keep);
    this.#apply(outcome, first);
    this.#matter.push(...leaning);
  }

  #apply(outcome: Outcome, from: number): void {
    const to = this.#group.at(-1) ?? from;
    const word = this.#words[from];
    if (outcome === 'claim') {
      this.#claim(undefined, to, 1, false);
    } else if (outcome === 'doubt') {
      this.#flushMatter();
      this.#items.push({ kind: 'doubt', news: false, from, to });
    } else if (
      word !== undefined &&
      (outcome === 'yes' || outcome === 'hedge' || outcome === 'tag')
    ) {
      this.#flushMatter();
      this.#items.push({ kind: outcome, word, from, to });
    }
    this.#group = [];
  }
}
