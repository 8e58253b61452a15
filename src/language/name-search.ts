/** Looking a name up by the beginnings of its words, as one types it into a search box. */
import { nameKey } from './names.ts';

/** What one says before a name and what is not part of it. */
const addresses = new Set(['bu', 'ibu', 'pak', 'bapak', 'bpk', 'sdr', 'sdri', 'h', 'hj']);

/**
 * Whether a name is one that was begun: each typed word begins a word of the name, no two of them the same
 * one, in any order. Spelling is folded ("moch" finds Muhammad), and what was typed letter by letter counts too
 * ("moha" finds Mohamad).
 *
 * @param typed e.g. `sit am`, `Bu Aminah`; nothing but signs finds nobody
 */
export function nameSearch(typed: string): (name: string) => boolean {
  const said = wordsOf(typed);
  const names = said.filter(({ written }) => !addresses.has(written));
  const asked = (names.length > 0 ? names : said).sort(
    (a, b) => b.written.length - a.written.length,
  );
  return (name) => {
    const left = wordsOf(name);
    return (
      asked.length > 0 &&
      asked.every((begun) => {
        const at = left.findIndex((word) => isBegun(word, begun));
        if (at >= 0) left.splice(at, 1);
        return at >= 0;
      })
    );
  };
}

interface Word {
  written: string;
  folded: string;
}

function isBegun(word: Word, begun: Word): boolean {
  return (
    word.written.startsWith(begun.written) ||
    (begun.folded !== '' && word.folded.startsWith(begun.folded))
  );
}

function wordsOf(text: string): Word[] {
  const words = text
    .toLowerCase()
    .replace(/['’‘`´ʼ]/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  return (words ?? []).map((written) => ({ written, folded: nameKey(written) }));
}
