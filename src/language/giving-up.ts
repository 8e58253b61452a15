const givingUp =
  /^(maaf,? )?(di)?batal(kan|in)?$|^cancel$|^(tidak|tdk|tak|e?ngg?a[kh]?|ga[kh]?|gk|g) (usah|jadi|jd|jdi)$/;
/** What stands after it without changing it. */
const polite =
  /[\s,]+(saja|aja|deh|dulu|ah|ya|yah|bu|ibu|pak|bapak|min|kak|maaf|makasih|terima kasih)$/;

/** Whether words say nothing but that what is under way should stop: `batal`, `ga jadi deh bu`. */
export function isGivingUp(words: string): boolean {
  let said = words
    .toLowerCase()
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\s.!]+$/, '');
  while (polite.test(said)) said = said.replace(polite, '');
  return givingUp.test(said);
}
