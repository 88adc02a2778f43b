import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import type { Auth } from './accounts/auth.ts';
import { findPerson } from './accounts/find-person.ts';
import { AppModule } from './app.module.ts';
import { ARRIVES_MS } from './documents/read-body.ts';
import { WAIT_MS } from './documents/upload-turn.ts';
import { BOARD, queueBoard } from './operations/queue-board.ts';
import { QUEUES_ON_DEMAND } from './operations/queues-on-demand.ts';
import type { QueuesOnDemand } from './operations/queues-on-demand.ts';
import { serveDashboard } from './platform/dashboard.ts';
import { largeBodies, shortBodies } from './platform/large-bodies.ts';
import { nestLog } from './platform/nest-log.ts';
import type { Platform } from './platform/platform.ts';

/** What has no `/api` before it: health, for whoever watches the process. */
export const WITHOUT_PREFIX = ['health/live', 'health/ready'];

/** The API, and the dashboard at `/`, ready to listen. */
export async function makeHttpApp(
  platform: Platform,
  auth: Auth,
  dashboardFolder: string | null,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(platform, auth), {
    bodyParser: false, // the sign-in library reads its own bodies and puts the parsers back for the rest
    logger: nestLog(platform.log),
  });
  const { APP_URL, TRUST_PROXY } = platform.config;
  // Longer than a proxy keeps an idle connection (60 s in nginx): it is never we who hang up as a request comes.
  app.getHttpServer().keepAliveTimeout = 75_000;
  // An upload that waits its turn is unread, and Node counts that, too: its own limit of five minutes would cut it off.
  app.getHttpServer().requestTimeout = WAIT_MS + ARRIVES_MS + 60_000;
  app.set('trust proxy', TRUST_PROXY === '' ? false : /^\d+$/.test(TRUST_PROXY) ? Number(TRUST_PROXY) : TRUST_PROXY);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(securityHeaders(APP_URL.startsWith('https:')));
  app.use(clientAddress, noStore, requestLog(platform));
  app.use('/api/auth', shortBodies);
  app.use(
    '/api/imports',
    largeBodies(async ({ headers }) => (await findPerson(platform, auth, headers)) !== null),
  );
  app.use(BOARD, ...queueBoard(platform, auth, app.get<QueuesOnDemand>(QUEUES_ON_DEMAND)));
  if (dashboardFolder) serveDashboard(app, dashboardFolder);
  app.setGlobalPrefix('api', { exclude: WITHOUT_PREFIX });
  return app;
}

/** The sign-in library reads the caller's address from a header: it must be ours, not the caller's own. */
function clientAddress(request: Request, _response: Response, next: NextFunction) {
  request.headers['x-client-ip'] = request.ip;
  next();
}

/** Routes are found in whatever letters they are written. */
const SAYS_SOMETHING_OF_SOMEBODY = /^\/(api|admin)(\/|$)/i;

function noStore(request: Request, response: Response, next: NextFunction) {
  if (SAYS_SOMETHING_OF_SOMEBODY.test(request.path)) response.setHeader('Cache-Control', 'no-store');
  next();
}

/** Method, address without its query, answer and time. The ids in the address are all it says of anybody. */
function requestLog({ log }: Platform) {
  return (request: Request, response: Response, next: NextFunction) => {
    const startedAt = performance.now();
    const { method, path } = request;
    response.once('finish', () =>
      log.debug(
        { method, path, status: response.statusCode, ms: Math.round(performance.now() - startedAt) },
        'request',
      ),
    );
    next();
  };
}

function securityHeaders(secure: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // The components and the preview of an email carry their styles with them.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-src': ["'self'"],
        'frame-ancestors': ["'none'"],
        ...(secure && { 'upgrade-insecure-requests': [] }),
      },
    },
    strictTransportSecurity: secure && { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  });
}
