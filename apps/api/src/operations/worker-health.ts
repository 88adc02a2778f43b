import { createServer } from 'node:http';

export type HealthServer = { close(): Promise<void> };

/** `/health/live` and `/health/ready` of a worker, which serves nothing else. */
export async function serveWorkerHealth(
  { WORKER_PORT: port, HOST: host }: { WORKER_PORT: number; HOST: string },
  readiness: () => Promise<{ ready: boolean }>,
): Promise<HealthServer> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
      response.end(JSON.stringify(body));
    };
    if (request.url === '/health/live') return answer(200, { live: true });
    if (request.url !== '/health/ready') return answer(404, {});
    const state = await readiness();
    answer(state.ready ? 200 : 503, state);
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, done);
  });
  return {
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
