import type { NestExpressApplication } from '@nestjs/platform-express';
import express from 'express';
import type { NextFunction, Request, Response } from 'express';
import path from 'node:path';

const NOT_THE_DASHBOARD = /^\/(api|admin|health)(\/|$)/;

/**
 * Serves the built dashboard at `/`. Each of its pages is the same document, which reads the address in the browser; its
 * files carry their hash in their name and never change.
 */
export function serveDashboard(app: NestExpressApplication, folder: string) {
  app.use(
    express.static(folder, {
      index: false,
      setHeaders: (response, file) => keepHashed(response, path.relative(folder, file)),
    }),
  );
  app.use((request: Request, response: Response, next: NextFunction) => {
    const page = (request.method === 'GET' || request.method === 'HEAD') && !NOT_THE_DASHBOARD.test(request.path);
    // A missing file is a missing file, not the page.
    if (!page || path.extname(request.path) !== '') return next();
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(path.join(folder, 'index.html'), (error) => error && next());
  });
}

function keepHashed(response: Response, file: string) {
  if (file.startsWith(`assets${path.sep}`)) response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
}
