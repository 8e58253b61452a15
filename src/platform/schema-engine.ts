import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

let instantiated = false;

/**
 * Runs `use` with Prisma's schema engine, from its npm package, over one of our own database drivers.
 *
 * The connection is closed afterwards by us: the engine would leave it open, on SQLite with the file locked.
 */
export async function withSchemaEngine<T>(
  factory: SqlMigrationAwareDriverAdapterFactory,
  use: (engine: glue.SchemaEngine) => Promise<T>,
): Promise<T> {
  instantiateOnce();
  const connections: SqlDriverAdapter[] = [];
  const engine = await glue.SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory({
      ...factory,
      connectToShadowDb: () => factory.connectToShadowDb(),
      connect: async () => {
        const connection = await factory.connect();
        connections.push(connection);
        return connection;
      },
    }),
  );
  try {
    return await use(engine);
  } finally {
    engine.free();
    await Promise.all(connections.map((connection) => connection.dispose()));
  }
}

/**
 * The package expects a bundler to instantiate its WebAssembly; in plain Node it is done by hand, and once:
 * its glue keeps views of one memory.
 */
function instantiateOnce(): void {
  if (instantiated) return;
  instantiated = true;
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const bytes = readFileSync(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'));
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    './schema_engine_bg.js': glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}
