import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import express from 'express';
import type { Auth } from '../accounts/auth.ts';
import { findPerson } from '../accounts/find-person.ts';
import { QUEUES } from '../outbox/jobs.ts';
import type { QueueStore } from '../outbox/queue-store.ts';
import { safeError } from '../platform/logging.ts';
import type { Platform } from '../platform/platform.ts';
import type { QueuesOnDemand } from './queues-on-demand.ts';

export const BOARD = '/admin/queues';

const CHANGES_NOTHING = new Set(['GET', 'HEAD']);

/**
 * Bull Board over all queues, for the platform's operator. Nest's guards never see these routes, so the door stands
 * here. Jobs hold ids only: the board shows no client.
 */
export function queueBoard(platform: Platform, auth: Auth, queues: QueuesOnDemand): RequestHandler[] {
  const origin = new URL(platform.config.APP_URL).origin;
  let board: RequestHandler | null = null;

  async function onlyOperators(request: Request, response: Response, next: NextFunction) {
    const person = await findPerson(platform, auth, request.headers);
    if (person === null) return refuse(response, 401, 'Sign in as the operator, then come back.');
    if (person.role !== 'operator' && !person.mayOperate)
      return refuse(response, 403, 'The queues are for the operator of the platform.');
    const { origin: from, 'sec-fetch-site': site } = request.headers;
    const foreign =
      (from !== undefined && from !== origin) || (site !== undefined && site !== 'same-origin' && site !== 'none');
    if (!CHANGES_NOTHING.has(request.method) && foreign)
      return refuse(response, 403, 'Open Suivi at its own address, then try again.');
    next();
  }

  async function show(request: Request, response: Response, next: NextFunction) {
    try {
      board ??= boardOver(await queues.open());
    } catch (error) {
      platform.log.warn(safeError(error), 'the queue store cannot be reached');
      response.setHeader('Retry-After', '5');
      return refuse(response, 503, 'The queue store cannot be reached. The work goes on when it is back.');
    }
    // The board's page names its own base; nowhere else may a page do that.
    const policy = response.getHeader('Content-Security-Policy');
    if (typeof policy === 'string')
      response.setHeader('Content-Security-Policy', policy.replace(`base-uri 'none'`, `base-uri 'self'`));
    board(request, response, next);
  }

  return [(request, response, next) => void onlyOperators(request, response, next).catch(next), express.json(), show];
}

function boardOver(store: QueueStore): RequestHandler {
  const serverAdapter = new ExpressAdapter();
  serverAdapter.setBasePath(BOARD);
  createBullBoard({
    queues: QUEUES.map((name) => new BullMQAdapter(store.queue(name))),
    serverAdapter,
    options: { uiConfig: { boardTitle: 'Suivi' } },
  });
  return serverAdapter.getRouter() as RequestHandler;
}

const refuse = (response: Response, status: number, what: string) =>
  void response.status(status).type('text').send(`${what}\n`);
