/**
 * `npm run -s language -- <verb> FILE.jsonl`: reads one JSON object per line and prints one per
 * line, so that the understanding of language can be measured on any set of messages.
 */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { getDistricts, getVillages } from 'idn-area-data';
import { z } from 'zod';
import { understandPeriod } from './periods.ts';
import { createPlaceFinder } from './place-names/finder.ts';
import { understandReply } from './replies/understand-reply.ts';

/** Answers one input line, already parsed; fields it does not know are left alone. */
type Answer = (line: unknown) => object;

const KOTA_TANGERANG = '36.71';
/** The day the published examples are about. */
const EXAMPLE_DAY = '2024-05-22';

const message = z.object({ text: z.string() });
const reply = message.extend({ id: z.unknown().optional() });
const datedMessage = message.extend({
  today: z
    .string()
    .regex(/^\d{4}-\d{2}/)
    .nullish(),
});

async function placeFinderOf(regency: string) {
  const [districts, villages] = await Promise.all([getDistricts(), getVillages()]);
  const kecamatan = districts.filter(({ regency_code }) => regency_code === regency);
  if (kecamatan.length === 0) throw new Error(`REGENCY_CODE ${regency} is not a regency.`);
  const kelurahan = villages
    .filter(({ code }) => code.startsWith(`${regency}.`))
    .map(({ code, name, district_code }) => ({ code, name, kecamatanCode: district_code }));
  return createPlaceFinder({ kecamatan, kelurahan });
}

/** What can be asked for; preparing a verb may load what its answers need. */
const verbs: Readonly<Record<string, () => Answer | Promise<Answer>>> = {
  replies: () => (line) => {
    const { id, text } = reply.parse(line);
    const { label, reason, also, confidence } = understandReply(text);
    return {
      ...(id === undefined ? {} : { id }),
      text,
      label,
      ...(reason === undefined ? {} : { reason }),
      ...(also === undefined ? {} : { also }),
      confidence,
    };
  },

  periods: () => (line) => {
    const { text, today } = datedMessage.parse(line);
    const period = understandPeriod(text, today ?? EXAMPLE_DAY);
    return { text, period: period === null ? null : { from: period.from, to: period.to } };
  },

  kelurahan: async () => {
    const finder = await placeFinderOf(process.env.REGENCY_CODE ?? KOTA_TANGERANG);
    return (line) => {
      const { text } = message.parse(line);
      const { matches } = finder.findKelurahan(text);
      return { text, suggestions: matches.map(({ name, kecamatan }) => ({ name, kecamatan })) };
    };
  },
};

async function answerFile(answer: Answer, file: string): Promise<void> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    const json = line.replace(/^\ufeff/, '').trim();
    if (json === '') continue;
    try {
      process.stdout.write(`${JSON.stringify(answer(JSON.parse(json)))}\n`);
    } catch (cause) {
      throw new Error(`${file}, line ${number}: not {"text": "…"} as JSON`, { cause });
    }
  }
}

async function main([verb = '', file]: readonly string[]): Promise<void> {
  const prepare = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (prepare === undefined || file === undefined) {
    throw new Error(`Usage: npm run -s language -- <${Object.keys(verbs).join('|')}> FILE.jsonl`);
  }
  await answerFile(await prepare(), file);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
