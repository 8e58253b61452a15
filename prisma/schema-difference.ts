import { adapterFor, databaseTarget } from '../src/platform/database.ts';
import { withSchemaEngine } from '../src/platform/schema-engine.ts';

/**
 * The SQL that leads from one Prisma schema (null = nothing yet) to another of the same provider.
 *
 * @param databaseUrl any database of that provider: the engine connects to one, though comparing reads nothing
 */
export async function schemaDifference(
  before: string | null,
  after: string,
  databaseUrl: string,
): Promise<string> {
  const datamodel = (content: string) => ({
    tag: 'schemaDatamodel' as const,
    files: [{ path: 'schema.prisma', content }],
  });
  const { stdout } = await withSchemaEngine(
    await adapterFor(databaseTarget(databaseUrl)),
    (engine) =>
      engine.diff({
        from: before === null ? { tag: 'empty' } : datamodel(before),
        to: datamodel(after),
        script: true,
        exitCode: null,
        filters: { externalTables: [], externalEnums: [] },
      }),
  );
  return stdout ?? '';
}

/** Whether a difference changes nothing. */
export function isEmptyMigration(script: string): boolean {
  return script.trim() === '' || script.includes('This is an empty migration');
}
