import type { Item } from './claims.ts';
import type { Clause } from './clauses.ts';
import { hasAny, is, roles, type Word } from './words.ts';

/**
 * What a clause that begins with `kalau`, `asal`, `nek` … does to the answer:
 * `pious` (a formula: if God wills, if in health), `concrete` (rain, work, a lift: leaves it open),
 * `topic` (`kalau besok ga bisa`: only names what is spoken of), `neutral` (not about coming).
 */
export type Condition = 'none' | 'pious' | 'concrete' | 'topic' | 'neutral';

const FORMULA = roles(
  'formula pious pray healthy lifespan hindrance part called self still allowed giver neg exist ' +
    'all aspect honor sorry for time aloned name very able come will too and soon ' +
    'kin_formula greet thanks emoji sure long event ever wish from body then plain',
);

/** Reads the condition a clause states. */
export function conditionOf(
  clause: Clause,
  items: readonly Item[],
  next: Clause | undefined,
  previous: Clause | undefined,
): Condition {
  if (clause.link !== 'cond') return 'none';
  const words = clause.words;
  const has = (...tags: string[]): boolean => hasAny(words, ...tags);
  if (previous?.words.some((word) => /^(?:rugi|sayang|nyesel|eman|malu)$/.test(word.form)))
    return 'neutral';
  if (clause.connector?.form === 'kecuali' && has('third', 'companion')) return 'neutral';
  if (is(previous?.words.at(-1), 'sorry') && !hasAny(words, 'come', 'able')) return 'neutral';
  if (isFormula(words)) return 'pious';
  if (isPolite(words, next)) return 'neutral';
  if (isOtherPart(words, items, previous) || isTimeRefused(words, previous)) return 'topic';
  return isTopic(words, items) && !has('travelmoney') ? 'topic' : 'concrete';
}

function isFormula(words: readonly Word[]): boolean {
  const heart = ['pray', 'lifespan', 'hindrance', 'healthy', 'giver'] as const;
  const excused = hasAny(words, 'formula') && hasAny(words, 'neg');
  if (!excused && !hasAny(words, ...heart)) return false;
  if (hasAny(words, 'done')) return false;
  return words.every((word) => is(word, ...FORMULA));
}

/** `kalau telat maaf`, `kalau ada perubahan kabari`: not about whether the sender comes. */
function isPolite(words: readonly Word[], next: Clause | undefined): boolean {
  const first = words.find((word) => !is(word, 'self', 'part', 'exist', 'called', 'soon', 'neg'));
  if (is(first, 'late', 'wrong', 'info', 'correct', 'change', 'ack', 'wear')) return true;
  if (
    first?.lemma === 'lagi' ||
    (is(first, 'allow') && !hasAny(words, 'come', 'duty', 'kin', 'trip', 'bring'))
  )
    return true;
  if (hasAny(words, 'third') && !hasAny(words, 'self') && hasAny(words, 'hearsay', 'ill'))
    return true;
  const asksOther = (list: readonly Word[]): boolean => {
    const at = list.findIndex(
      (word, index) =>
        is(word, 'request', 'please', 'inquire', 'forward') ||
        (is(word, 'dont') && !is(list[index + 1], 'snag', 'ill')) ||
        (is(word, 'promise_news') && /^(?:kabari|kabarin|infokan|info)$/.test(word.form)),
    );
    return at >= 0 && !list.slice(0, at).some((word) => is(word, 'self', 'soon', 'come'));
  };
  return (
    asksOther(words) ||
    (next !== undefined && next.link === 'start' && asksOther(next.words) && !hasAny(words, 'come'))
  );
}

/** `kalau besok ga bisa`, `kalo saya mah hadir`: a topic and a plain statement about it. */
function isTopic(words: readonly Word[], items: readonly Item[]): boolean {
  const claims = items.filter((item) => item.kind === 'claim');
  const last = claims.at(-1);
  if (
    last === undefined ||
    items.some((item) => item.kind === 'matter' && !item.words.every(isFrame))
  )
    return false;
  const lead = words.slice(0, last.from);
  if (last.sign < 0 && !last.explicit && claims.length === 2) return true;
  if (last.sign < 0 && hasAny(lead, 'time', 'event', 'invite', 'event_any', 'that')) return true;
  const speaker = hasAny(lead, 'self');
  return (
    speaker &&
    (last.still ||
      words.some((word) => is(word, 'sure', 'pious') || /^(?:mah|sih|pribadi)$/.test(word.lemma)))
  );
}

/** `pagi saya ga bisa, kalau siang bisa`: another part of the day, set against a refused one. */
function isOtherPart(
  words: readonly Word[],
  items: readonly Item[],
  previous: Clause | undefined,
): boolean {
  const [claim, ...more] = items;
  if (claim?.kind !== 'claim' || claim.sign < 0 || more.length > 0 || previous === undefined)
    return false;
  const part = words.slice(0, claim.from).find(isPartOfDay);
  const refused = hasAny(previous.words, 'neg') ? previous.words.find(isPartOfDay) : undefined;
  return part !== undefined && refused !== undefined && part.lemma !== refused.lemma;
}

/** `ga bisa kalau pagi bu`. */
function isTimeRefused(words: readonly Word[], previous: Clause | undefined): boolean {
  const refused = previous !== undefined && hasAny(previous.words.slice(-2), 'neg');
  return refused && words.every((word) => is(word, 'time', 'num', 'part', 'called', 'that'));
}

function isPartOfDay(word: Word): boolean {
  return is(word, 'part_event') || /^(?:pagi|siang|sore|malam|jam)$/.test(word.lemma);
}

function isFrame(word: Word): boolean {
  return is(
    word,
    'event',
    'time',
    'invite',
    'event_any',
    'part',
    'self',
    'for',
    'that',
    'this',
    'called',
    'num',
  );
}
