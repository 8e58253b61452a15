import { dirname, join } from 'node:path';
import { createApp, type Surroundings } from '../app.ts';
import type { Config } from '../config.ts';
import type { Wilayah } from '../features/wilayah/rules.ts';
import { databaseTarget } from '../platform/database.ts';
import { markDemoDatabase, needsDemoCity } from '../prepare.ts';
import { type Simulator, startSimulator } from '../simulator/simulator.ts';
import type { DemoCity } from './city.ts';

/** The demo's bot is known to the simulator only. */
const bot = {
  token: '700000000:token-of-the-demo-on-the-local-simulator',
  username: 'kader_demo_bot',
  name: 'Kader Bot (demo)',
};

/** A Telegram of one's own, with the demo city's people on it. */
export interface DemoTelegram {
  botToken: string;
  simulator: Simulator;
  /** Makes the city in an empty database, with its chats; a database that has it stays as it is. */
  fill(): Promise<void>;
}

type DemoSurroundings = Pick<Surroundings, 'db' | 'wilayah' | 'clock' | 'logger'>;

/**
 * Starts the local simulator one port above the bot's own pages.
 *
 * @throws StartProblem when the database holds real people
 */
export async function startDemo(
  config: Config,
  surroundings: DemoSurroundings,
): Promise<DemoTelegram> {
  const { db, wilayah, clock } = surroundings;
  const isNew = await needsDemoCity(db, config);
  const simulator = await startSimulator({
    host: config.host,
    port: config.port === 0 ? 0 : config.port + 1,
    stateFile: stateFileBeside(config.databaseUrl),
    bots: [bot],
  });
  // Making up a city takes longer than all the rest of a start, so it is done for the first one only.
  const isPeopled = simulator.people({ limit: 1 }).length > 0;
  const city = isNew || !isPeopled ? await makeCity(surroundings) : null;
  if (city !== null) addPeople(simulator, city, wilayah);
  return {
    botToken: bot.token,
    simulator,
    async fill() {
      if (!isNew || city === null) return;
      const { seedCity } = await import('./seed.ts');
      const { comingEventId } = await seedCity(db, city, clock.now());
      await deliver(simulator, surroundings, comingEventId);
      await markDemoDatabase(db, clock.now());
    },
  };
}

async function makeCity({ wilayah, clock }: DemoSurroundings): Promise<DemoCity> {
  const { demoCity } = await import('./city.ts');
  return demoCity(wilayah, clock.now());
}

/** The chats of the last weeks, without the limits that would stretch them over half a minute. */
async function deliver(
  simulator: Simulator,
  surroundings: DemoSurroundings,
  comingEventId: number,
): Promise<void> {
  const { queueDemoChats } = await import('./deliver.ts');
  simulator.setLimits('off');
  const app = createApp({
    ...surroundings,
    botToken: bot.token,
    telegramApiRoot: simulator.url,
    ratePerSecond: Number.POSITIVE_INFINITY,
    publicUrl: '',
    adminTelegramIds: [],
  });
  await app.startSending();
  await queueDemoChats(app, comingEventId);
  await app.atRest();
  await app.stopSending();
  simulator.setLimits('telegram');
}

function addPeople(simulator: Simulator, city: DemoCity, wilayah: Wilayah): void {
  for (const { telegramId, name, phone, title } of city.officers)
    simulator.addPerson({ id: telegramId, firstName: name, phone, role: title, hasStarted: true });
  for (const { telegramId, name, phone } of city.strangers)
    simulator.addPerson({ id: telegramId, firstName: name, phone, role: 'Belum di daftar' });
  for (const kader of city.kader) {
    const role =
      kader.jabatan === 'TKSK'
        ? `TKSK ${wilayah.findKecamatan(kader.kecamatanCode)?.name}, koordinator`
        : kader.registered
          ? 'PSM'
          : 'PSM, belum mendaftar';
    const kelurahan =
      kader.kelurahanCode === null ? null : wilayah.findKelurahan(kader.kelurahanCode);
    simulator.addPerson({
      id: kader.telegramId,
      firstName: kader.name,
      phone: kader.phone,
      role,
      ...(kelurahan === null ? {} : { kelurahan: kelurahan.name }),
      hasStarted: kader.registered,
    });
  }
}

/** The simulator's chats lie beside the demo's database. */
function stateFileBeside(databaseUrl: string): string {
  const target = databaseTarget(databaseUrl);
  return target.provider === 'sqlite'
    ? join(dirname(target.path), 'demo.telegram.json')
    : join('data', 'demo.telegram.json');
}
