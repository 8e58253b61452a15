/**
 * The PostgreSQL variant of the one schema: another provider and another output folder, nothing else.
 *
 * @throws if the schema no longer has the lines that are replaced.
 */
export function derivePostgresSchema(sqliteSchema: string): string {
  return replaceOnce(
    replaceOnce(sqliteSchema, 'provider = "sqlite"', 'provider = "postgresql"'),
    '"../src/generated/sqlite"',
    '"../src/generated/postgresql"',
  );
}

function replaceOnce(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`expected exactly one ${from} in the schema`);
  return text.replace(from, to);
}
