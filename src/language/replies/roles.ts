import type { Item } from './claims.ts';
import type { Clause } from './clauses.ts';
import type { Role } from './role.ts';
import { checks, knowledge, permission, promise, turnsToOwn } from './roles-of-doubt.ts';
import { absence, arrival, departs, goesElsewhere, lateness } from './roles-of-presence.ts';
import { hasAny, is, roles, type Word } from './words.ts';

const MODIFIERS = roles(
  'neg notyet nix dont rhetor able want fancy will plan need must sure hedge effort ' +
    'hope still too ever done aspect soon allow sudden very become',
);

const TRANSPARENT = roles(
  'part called greet sorry please thanks pray self time aloned emoji all filler cheer ' +
    'regret mostly report group today_past that this brief early limit seat',
);

/** Decides a word's role from its tags, its neighbours and the modifiers waiting before it. */
export function roleOf(
  clause: Clause,
  at: number,
  mods: readonly Word[],
  inMatter: boolean,
  items: readonly Item[],
): Role {
  const words = clause.words;
  const word = words[at];
  if (word === undefined) return 'transparent';
  const next = words[at + 1];
  const had = (...tags: string[]): boolean => hasAny(mods, ...tags);
  const inClause = (...tags: string[]): boolean => hasAny(words, ...tags);
  const negated = had('neg', 'notyet');

  if (word.lemma === 'ngapain') return is(next, 'neg') ? 'modifier' : 'content';
  if (word.lemma === 'pun' && is(next, 'kin')) return 'content';
  if (is(word, 'check')) return checks(clause, at, mods) ? 'doubt' : 'content';
  if (is(word, 'strike'))
    return inClause('self', 'naming') && !inClause('ask', 'pay') ? 'absent' : 'content';
  if (is(word, 'nobody') && is(is(next, 'for') ? words[at + 2] : next, 'able', 'come', 'will'))
    return 'modifier';
  if (is(word, 'except', 'without')) return is(next, 'self') ? 'absent' : 'content';
  if (is(word, 'register')) return had('done', 'aspect') ? 'come' : 'content';
  if (is(word, 'list')) return enrols(clause, at) ? 'yes' : 'content';
  if (is(word, 'thumb')) return 'thumb';
  if (is(word, 'cross')) return 'cross';
  if (word.lemma === 'sampai') {
    const thing = hasAny(words.slice(0, at), 'invite', 'topic', 'pay', 'account', 'media', 'aid');
    return thing ? 'content' : arrival(words, word, next, mods, items);
  }
  if (is(word, 'get'))
    return is(next, 'come', 'permit') || next?.lemma === 'turut' ? 'modifier' : 'content';
  if (word.lemma === 'kesana' && hasAny(words.slice(0, at), 'snag')) return 'content';
  if (is(word, 'num') && is(words[at - 1], 'time')) return 'transparent';
  if (is(word, 'meet')) return is(next, 'there', 'time') && !negated ? 'come' : 'content';
  if (word.lemma === 'jalan') return departs(words, at, mods) ? 'come' : 'content';
  if (is(word, 'come')) {
    if (word.nya && !negated && !had('able')) {
      return is(next, 'time') && !inClause('ask') && !clause.asked ? 'partial' : 'transparent';
    }
    if (
      word.lemma === 'gas' &&
      /^(?:tukang|tabung|isi|beli|jual|elpiji)$/.test(words[at - 1]?.form ?? '')
    )
      return 'content';
    if (hasAny(words.slice(0, at), 'request') && is(words[at - 1], 'topic', 'unknown', 'info'))
      return 'content';
    if (is(words[at - 1], 'press') || (had('ever') && !negated)) return 'content';
    if (word.lemma === 'nongol' && (inClause('app', 'pay') || mods.at(-1)?.lemma === 'baru'))
      return 'content';
    return !negated && goesElsewhere(words, at) ? 'content' : 'come';
  }
  if (is(word, 'there')) {
    const earlier = words.findIndex((other, index) => index > at && is(other, 'today_past'));
    const away = words
      .slice(at + 1, earlier < 0 ? undefined : earlier)
      .some((other) => is(other, 'place', 'trip', 'hard', 'duty', 'ill', 'home', 'family'));
    const told =
      word.lemma === 'sampai_lokasi' &&
      items.some((item) => item.kind === 'matter') &&
      !had('done');
    const elsewhere = inMatter || told || negated || away || clause.link === 'cause';
    const goesOn =
      next !== undefined &&
      !is(
        next,
        ...TRANSPARENT,
        ...MODIFIERS,
        'at',
        'num',
        'with',
        'come',
        'sitting',
        'event',
        'companion',
        'unknown',
        'plain',
        'contrast',
      );
    return elsewhere || (goesOn && !(had('done', 'aspect') && !is(next, 'trip', 'leave')))
      ? 'content'
      : 'come';
  }
  if (is(word, 'sitting')) return had('done') || is(next, 'at') ? 'come' : 'content';
  if (is(word, 'missout')) return negated ? 'absent' : 'content';
  if (is(word, 'for') && mods.length > 0) {
    const what = is(next, 'self') ? words[at + 2] : next;
    if (is(what, 'come', 'absent', 'neg')) return 'transparent';
  }
  if (is(word, 'absent', 'refuse')) return absence(clause, at, mods);
  if (is(word, 'cancel')) {
    if (is(next, 'come', 'permit', 'absent')) return 'modifier';
    const called = inMatter && !inClause('naming');
    return called || inClause('event', 'event_any') ? 'content' : 'cancel';
  }
  if (is(word, 'late', 'follow', 'leave')) return lateness(clause, at, items);
  const leave = items.at(-1)?.kind === 'permit' && mods.length === 0;
  if (is(word, 'early') && leave) return 'partial';
  if (
    /^(?:me)?ninggal(?:in|kan)$/.test(word.form) &&
    leave &&
    is(next, 'event', 'event_any', 'topic')
  ) {
    return 'partial';
  }
  if (
    word.form === 'keluar' &&
    leave &&
    (is(next, 'brief', 'soon', 'time') || next?.lemma === 'dulu')
  )
    return 'partial';
  if (is(word, 'limit', 'brief') && !inMatter && (had('able') || negated || had('effort')))
    return 'partial';
  if (is(word, 'sure') && (had('notyet') || (negated && word.form !== 'jelas'))) return 'doubt';
  if (word.lemma === 'yakin' && words[at - 1]?.form === 'kurang') return 'doubt';
  if (is(word, 'know', 'promise')) return knowledge(clause, mods);
  const lacking = is(words[at - 1], 'exist', 'get') && is(words[at - 2], 'neg', 'notyet');
  if (is(word, 'answer', 'noun') && lacking) return 'doubt';
  if (is(word, 'answer'))
    return negated && !had('nix')
      ? 'doubt'
      : had('soon') || ((word.nya || word.form.endsWith('nya')) && inClause('time', 'soon'))
        ? 'news'
        : 'content';
  if (is(word, 'unsure'))
    return (negated && !/^k[ae]pikir/.test(word.form)) || had('dont', 'done') ? 'content' : 'doubt';
  if (is(word, 'near'))
    return had('done') && !hasAny(words.slice(0, at), 'unknown', 'pay', 'plain', 'ask')
      ? 'come'
      : 'content';
  if (is(word, 'enter') && negated && items.some((item) => item.kind === 'permit')) return 'come';
  if (is(word, 'part_event') && isOnlyPart(words, at)) return 'partial';
  if (is(word, 'please') && is(word, 'topic')) return 'content';
  if (is(word, 'minute'))
    return next?.lemma === 'lagi' && !inClause('ask', 'late') ? 'come' : 'transparent';
  if (
    /^(?:kasih|beri|ngasih|memberi|kasi|ngasi)$/.test(word.form) &&
    is(next, 'answer', 'promise_news', 'sure')
  )
    return 'transparent';
  if (
    /^(?:keluar|kemana-mana|kemana2|kemana_mana|pergi2)$/.test(word.form) &&
    negated &&
    had('able')
  )
    return 'come';
  if (is(word, 'seek') && next?.lemma === 'parkir') return 'come';
  if (is(word, 'seek'))
    return is(next, 'rel', 'deputy', 'replaces', 'replaced') && !negated ? 'doubt' : 'content';
  if (is(word, 'exist') && is(next, 'there')) return 'transparent';
  if (is(word, 'promise_news', 'confirm', 'consult', 'wait')) return promise(clause, at, mods);
  if (is(word, 'inquire') && !negated && !had('done') && turnsToOwn(words, at)) return 'doubt';
  if (is(word, 'permit')) return permission(words, at, mods, inMatter);
  if (is(word, 'yes')) return agreement(words, at, mods, inMatter);
  if (is(word, 'enrol')) return negated ? 'content' : 'yes';
  if (is(word, ...MODIFIERS)) return 'modifier';
  if (is(word, ...TRANSPARENT)) return 'transparent';
  return 'content';
}

/** `hari pertama aja ya pak`: that part, and nothing else is said. */
function isOnlyPart(words: readonly Word[], at: number): boolean {
  const alone = words.every(
    (other, index) => index === at || is(other, 'part', 'called', 'self', 'num', 'emoji'),
  );
  return alone && words.slice(at + 1).some((other) => other.lemma === 'aja');
}

/** `daftar ya bu`: asks to be put down. */
function enrols(clause: Clause, at: number): boolean {
  const word = clause.words[at];
  if (word?.lemma !== 'daftar' || !/^n?daftar$/.test(word.form)) return false;
  return (
    !clause.asked &&
    clause.words.every(
      (other) => other === word || is(other, 'part', 'called', 'self', 'yes', 'want', 'come'),
    )
  );
}

/** A yes counts at the head of a clause; `ya` elsewhere is a particle. */
function agreement(
  words: readonly Word[],
  at: number,
  mods: readonly Word[],
  inMatter: boolean,
): Role {
  const word = words[at];
  const opens = at === 0;
  if (is(word, 'part') && !opens) return 'transparent';
  if (inMatter && is(word, 'ready') && (words[at + 1] === undefined || is(words[at + 1], 'called')))
    return 'yes';
  if (inMatter) return is(word, 'pious') ? 'transparent' : 'content';
  if (hasAny(mods, 'neg', 'notyet')) return is(word, 'ready') ? 'doubt' : 'content';
  const head = words
    .slice(0, at)
    .every((other) => is(other, 'yes', 'called', 'greet', 'part', 'pray', 'self', 'sorry'));
  return head || !is(word, 'weak') ? 'yes' : 'content';
}
