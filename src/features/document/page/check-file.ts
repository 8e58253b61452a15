/**
 * Compares a file chosen on the page with the paper the page is about, without it leaving the device. Where the
 * browser cannot hash (only over HTTPS may it), the form stays as it is and sends the file to be compared.
 */
const form = document.querySelector<HTMLFormElement>('form.file');
const input = form?.querySelector<HTMLInputElement>('input[type=file]') ?? null;
const verdict = form?.querySelector<HTMLOutputElement>('output') ?? null;

if (form !== null && input !== null && verdict !== null && window.isSecureContext) {
  form.classList.add('instant');
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) void check(file, form, verdict);
  });
}

async function check(file: File, { dataset }: HTMLElement, shown: HTMLOutputElement) {
  const say = (state: 'busy' | 'genuine' | 'altered' | 'failed') => {
    shown.className = `verdict ${state}`;
    shown.textContent = dataset[state] ?? '';
  };
  say('busy');
  try {
    const isGenuine = (dataset.hashes ?? '').split(' ').includes(await hashOf(file));
    say(isGenuine ? 'genuine' : 'altered');
  } catch {
    say('failed');
  }
}

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
