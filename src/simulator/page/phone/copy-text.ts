import type { Phone } from './phone.ts';

/** Puts a text on the clipboard, which browsers allow on this machine and over HTTPS only. */
export async function copyText(phone: Phone, text: string): Promise<void> {
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  phone.notify({
    kind: 'toast',
    text: copied ? 'Teks disalin' : 'Peramban ini tidak mengizinkan penyalinan.',
  });
}
