import Fastify, { type FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Registry } from 'prom-client';

/** What the health page asks: resolves when all is well, else throws. */
export type HealthCheck = () => Promise<Record<string, unknown>>;

/**
 * The process's own web server: `/health` for whoever watches over it, `/metrics` for Prometheus.
 * Features add their pages to it before it listens.
 */
export function createHttpServer(health: HealthCheck): FastifyInstance {
  const server = Fastify({ trustProxy: true, bodyLimit: 2 * 1024 * 1024 });
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });

  server.get('/health', async (_request, reply) => {
    try {
      return { ok: true, ...(await health()) };
    } catch (error) {
      return reply.code(503).send({ ok: false, error: (error as Error).message });
    }
  });
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.metrics()),
  );
  return server;
}
