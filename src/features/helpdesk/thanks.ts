const thankful = new Set(
  'kasih terimakasih makasih trimakasih mksh trims tks thanks thx nuhun suwun jelas'.split(' '),
);
/** What stands around a thank-you without changing it. */
const polite = new Set(
  'ok oke okey baik siap sip ya iya alhamdulillah sudah udah banyak terima trima atas info infonya jawaban jawabannya bantuan bantuannya penjelasan penjelasannya nya bu ibu pak bapak min admin dinsos kak mas mba mbak'.split(
    ' ',
  ),
);

/** Whether words are nothing but thanks, which are no question. */
export function isThanks(words: string): boolean {
  const said = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (said.length === 0) return /[🙏👍]/u.test(words);
  return (
    said.some((word) => thankful.has(word)) &&
    said.every((word) => thankful.has(word) || polite.has(word))
  );
}
