import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SimulatorClock } from './clock.ts';
import { restoreSnapshot, type Snapshot, takeSnapshot } from './snapshot.ts';
import type { World } from './world.ts';

/** Changes are written together, this long after the first of them. */
const DEBOUNCE_MS = 1000;

/** Keeps a world in a file (and the bytes of its files in a folder beside it). */
export class StateFile {
  readonly #path: string;
  readonly #world: World;
  readonly #clock: SimulatorClock;
  readonly #written = new Set<string>();
  #isScheduled = false;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string, world: World, clock: SimulatorClock) {
    this.#path = path;
    this.#world = world;
    this.#clock = clock;
  }

  /** Fills the world; a file that is not there leaves it as it is. */
  load(): void {
    if (!existsSync(this.#path)) return;
    let snapshot: Snapshot;
    try {
      snapshot = JSON.parse(readFileSync(this.#path, 'utf8')) as Snapshot;
      if (snapshot.version !== 1) throw new Error('it was written by another version');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `The simulator's state ${this.#path} cannot be read (${reason}). Delete it to begin anew.`,
      );
    }
    restoreSnapshot(this.#world, snapshot, (uniqueId) => {
      const path = join(this.#folder, uniqueId);
      if (!existsSync(path)) return null;
      this.#written.add(uniqueId);
      return readFileSync(path);
    });
  }

  /** Writes soon. */
  schedule(): void {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    this.#clock.after(DEBOUNCE_MS, () => {
      // A write that fails is tried again with the next change; the one at stop tells of it.
      this.save().catch(() => {});
    });
  }

  /** Writes now, after whatever is being written; the old file stays until the new one is whole. */
  save(): Promise<void> {
    this.#isScheduled = false;
    const written = this.#writing.then(() => this.#write());
    this.#writing = written.catch(() => {});
    return written.catch((error: Error) => {
      throw new Error(`The simulator's state ${this.#path} cannot be written (${error.message}).`);
    });
  }

  get #folder(): string {
    return `${this.#path}.files`;
  }

  async #write(): Promise<void> {
    mkdirSync(dirname(this.#path), { recursive: true });
    for (const { uniqueId, bytes } of this.#world.files.all()) {
      if (this.#written.has(uniqueId)) continue;
      mkdirSync(this.#folder, { recursive: true });
      await writeFile(join(this.#folder, uniqueId), bytes);
      this.#written.add(uniqueId);
    }
    const draft = `${this.#path}.new`;
    await writeFile(draft, JSON.stringify(takeSnapshot(this.#world)));
    await rename(draft, this.#path);
  }
}
