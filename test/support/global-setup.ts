/** With TEST_DATABASE=postgres the whole suite runs on a real PostgreSQL server, started here. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_DATABASE !== 'postgres') return undefined;
  // Not before it is needed: the package alone takes hold of how the process ends.
  const { startPostgres } = await import('./postgres.ts');
  const server = await startPostgres();
  keepExitCode();
  process.env.TEST_DATABASE_URL = server.url;
  return () => server.stop();
}

/** The server's package ends a process that has nothing left to do with 0, whatever its tests said. */
function keepExitCode(): void {
  process.prependListener('beforeExit', () => {
    const code = process.exitCode;
    process.once('exit', () => {
      process.exitCode = code;
    });
  });
}
