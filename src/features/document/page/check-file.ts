/**
 * Compares a file chosen on the page with the paper the page is about. The file stays on the device where the
 * browser can hash (only over HTTPS); elsewhere it is sent to be hashed, and not kept.
 */
const form = document.querySelector<HTMLElement>('[data-hashes]');
const input = form?.querySelector<HTMLInputElement>('input[type=file]') ?? null;
const verdict = form?.querySelector<HTMLOutputElement>('output') ?? null;

if (form !== null && input !== null && verdict !== null) {
  form.hidden = false;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) void check(file, form, verdict);
  });
}

async function check(file: File, { dataset }: HTMLElement, shown: HTMLOutputElement) {
  const say = (state: 'busy' | 'genuine' | 'altered' | 'failed') => {
    shown.className = state;
    shown.textContent = dataset[state] ?? '';
  };
  say('busy');
  try {
    const isGenuine = window.isSecureContext
      ? (dataset.hashes ?? '').split(' ').includes(await hashHere(file))
      : await askServer(file, dataset.address ?? '');
    say(isGenuine ? 'genuine' : 'altered');
  } catch {
    say('failed');
  }
}

async function hashHere(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function askServer(file: File, address: string): Promise<boolean> {
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await fetch(address, { method: 'POST', headers, body: file });
  if (!response.ok) throw new Error(`status ${response.status}`);
  const { isGenuine } = (await response.json()) as { isGenuine: boolean };
  return isGenuine;
}
