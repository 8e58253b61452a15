import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const EXECUTABLE = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Whether there is a browser to test in. */
export const hasBrowser = existsSync(EXECUTABLE);

if (!hasBrowser) {
  process.stderr.write(`
┌────────────────────────────────────────────────────────────────────────┐
│  NO BROWSER: the tests of the chat page are SKIPPED.                   │
│                                                                        │
│  Install one:      apt-get install chromium                            │
│  or name yours:    CHROMIUM_PATH=/path/to/chrome npm test              │
└────────────────────────────────────────────────────────────────────────┘
Looked for: ${EXECUTABLE}

`);
}

/** Starts the browser, headless. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}
