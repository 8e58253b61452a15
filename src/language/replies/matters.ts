import type { Matter } from './claims.ts';
import type { Clause } from './clauses.ts';
import { hasAny, is, roles, type Word } from './words.ts';

/** What a run of content words is about; several can hold at once. */
export interface Sense {
  /** A trouble or duty of one's own that may keep the sender away. */
  readonly obstacle: boolean;
  /** An obstacle that rules attendance out by itself. */
  readonly hard: boolean;
  /** An obstacle that is over or denied (`sudah sembuh`, `ga ada halangan`). */
  readonly resolved: boolean;
  /** The trouble is a friend's, a member's, an official's. */
  readonly others: boolean;
  /** `ada` and something unknown: a reason where an apology stands beside it. */
  readonly vague: boolean;
  /** Only politeness, names, the event, times: nothing that needs an answer. */
  readonly filler: boolean;
  /** Information received, passed on, thanked for. */
  readonly ack: boolean;
  readonly wish: boolean;
  readonly pay: boolean;
  readonly aid: boolean;
  /** The app, the phone, the chat itself. */
  readonly app: boolean;
  /** Something about the event one can ask for. */
  readonly topic: boolean;
}

const OBSTACLES = roles('ill duty family trip snag clash errand hard status surat');
const FILLERS = roles(
  'part called honor greet sorry please thanks pray self time emoji event that this ' +
    'role area name third naming num all aloned group for at from with very too soon ' +
    'aspect done rel mark still and person invite title filler confirm report limit brief ' +
    'early yes info seat sitting registration part_event companion come presence means ' +
    'register cheer cheer2 sure will by about',
);

/** What a run of words is about. */
export function senseOf(matter: Matter, clause: Clause, ofOthers: boolean): Sense {
  const words = matter.words;
  const has = (...tags: string[]): boolean => hasAny(words, ...tags);
  const bad = words.some((_, at) => isTrouble(words, at));
  const denied = isDenied(words);
  const third =
    ofOthers ||
    words.some(
      (word, at) =>
        is(word, 'third', 'they', 'hearsay') && (at === 0 || is(words[at - 1], 'kin', 'other')),
    );
  const wish = has('wish', 'condolence', 'congrats') || (has('hope') && !has('come', 'able'));
  const over =
    (has('healed', 'free') ||
      (has('healthy') && has('done', 'pray')) ||
      (has('done') && words.some((word) => /^(?:selesai|beres|kelar|rengse)$/.test(word.form)))) &&
    !isUnhealed(words);
  const resolved = denied || over;
  const device = (has('app', 'trade') && !has('kin', 'duty')) || has('dont');
  const obstacle = bad && !resolved && !third && !wish && !device;
  return {
    obstacle,
    hard:
      obstacle && (has('hard') || isAway(words)) && !has('hope') && !isOthersDeath(clause, words),
    resolved,
    vague:
      !third &&
      ((is(words[0], 'kin', 'body') &&
        words.length > 1 &&
        !has('app', 'msg', 'press', 'say', 'ask', 'third', 'sendreq', 'rel')) ||
        (words.some(
          (word, at) => is(word, 'exist') && is(words[at + 1], 'unknown', 'plain') && at < 2,
        ) &&
          !has('ask', 'rel', 'info', 'app'))),
    others: is(words[0], 'other') || (is(words[0], 'title') && has('self')),
    filler:
      !bad &&
      words.every((word) => is(word, ...FILLERS) || (is(word, 'unknown') && isNaming(words))),
    ack: has('ack', 'forward', 'info') && !has('ask'),
    wish,
    pay: has('pay', 'payverb', 'disburse', 'account'),
    aid: has('aid'),
    app: has('app', 'msg', 'press', 'wrong', 'media'),
    topic: has('topic', 'list', 'invite', 'link', 'travelmoney', 'reschedule', 'wear', 'bring'),
  };
}

/** Trouble by its own name, `ada` + event, parents or children in need, being somewhere else. */
function isTrouble(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (is(word, 'travelmoney') && hasAny(words, 'neg') && hasAny(words, 'exist')) return true;
  if (is(word, 'vehicle', 'home') && (hasAny(words, 'verbish') || hasAny(words, 'neg')))
    return true;
  if (is(word, 'healthy', 'healed', 'free')) return isUnhealed(words);
  if (word?.lemma === 'tidak_ada_yang' && /wakil/.test(words[at + 1]?.form ?? '')) return false;
  if (is(word, ...OBSTACLES)) return true;
  if (is(word, 'place'))
    return is(words[at - 1], 'at', 'to', 'from', 'aspect', 'exist', 'trip', 'duty');
  if (
    is(word, 'exist') &&
    (is(words[at - 1], 'aspect') || is(words[at + 1], 'verbish')) &&
    at < words.length - 1
  )
    return true;
  if (is(word, 'body')) return hasAny(words, 'neg', 'difficult');
  if (is(word, 'promise')) return is(words[at - 1], 'exist', 'aspect', 'done');
  if (is(word, 'difficult')) return hasAny(words, 'body');
  if (is(word, 'heat')) return hasAny(words, 'kin', 'body');
  if (is(word, 'well')) return isUnhealed(words) && hasAny(words, 'body', 'aspect');
  if (is(word, 'event', 'event_any') && hasAny(words, 'org', 'another')) return true;
  if (is(word, 'event_any'))
    return is(words[at - 1], 'exist') || is(words[at + 1], 'kin', 'another', 'home', 'at');
  return false;
}

/** `ga enak badan`, `belum sembuh`, `kurang sehat`. */
function isUnhealed(words: readonly Word[]): boolean {
  return words.some(
    (word, at) =>
      is(word, 'healthy', 'healed', 'well', 'free') &&
      words.slice(0, at).some((before) => is(before, 'neg', 'notyet') || before.form === 'kurang'),
  );
}

/** `ga sakit lagi`, `ga ada acara`, `tidak ada halangan`, `ga jadi pergi`: the trouble is denied. */
function isDenied(words: readonly Word[]): boolean {
  const first = words.findIndex(
    (word) =>
      !is(word, 'part', 'self', 'time', 'done', 'pray', 'that', 'aspect') &&
      word.lemma !== 'kebetulan',
  );
  if (first < 0 || !is(words[first], 'neg', 'nix')) return false;
  const rest = words
    .slice(first + 1)
    .filter((word) => !is(word, 'exist', 'part', 'become', 'very'));
  return is(rest[0], ...OBSTACLES, 'event_any', 'hindrance', 'place') && !is(rest[0], 'snag');
}

/** `di bandung`, `lagi di jawa`: elsewhere. */
function isAway(words: readonly Word[]): boolean {
  return words.some((word, at) => is(word, 'place') && is(words[at - 1], 'at'));
}

/** A neighbour's or a resident's illness or death is sad, but not by itself one's own absence. */
function isOthersDeath(clause: Clause, words: readonly Word[]): boolean {
  return hasAny(words, 'aid', 'they') || (is(words[0], 'other') && clause.link === 'start');
}

function isNaming(words: readonly Word[]): boolean {
  return (
    words.filter((word) => is(word, 'unknown')).length <= 3 &&
    !hasAny(words, 'verbish', 'exist', 'neg')
  );
}
