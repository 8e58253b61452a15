/** How greetings begin, as people write them; what follows them may be a question, which this must not take. */
const salam = /^(as{1,2}al+am+u?('?al+ai?kum+)?|aslm(km)?|askum|asw|salam)$/;
const hello = new Set(
  'selamat pagi siang sore malam halo hallo hai hi hello permisi punten'.split(' '),
);
/** What stands around a greeting without changing it. */
const polite = new Set(
  'alaikum wr wb wrwb warahmatullahi warohmatullahi wabarakatuh wabarokatuh bu ibu pak bapak min admin dinsos kak mas mba mbak bot semua semuanya'.split(
    ' ',
  ),
);

/** Whether words are nothing but a greeting, and if so whether it was a salam, which wants its own answer. */
export function greetingIn(words: string): 'salam' | 'hello' | null {
  const said = words.toLowerCase().match(/\p{L}+(?:'\p{L}+)*/gu) ?? [];
  const isSalam = said.some((word) => salam.test(word));
  if (!isSalam && !said.some((word) => hello.has(word))) return null;
  if (!said.every((word) => salam.test(word) || hello.has(word) || polite.has(word))) return null;
  return isSalam ? 'salam' : 'hello';
}
