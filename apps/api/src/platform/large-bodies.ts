import express from 'express';
import type { Request, RequestHandler } from 'express';

/** An event, a client, a corrected cell: none comes near it. What is longer would only keep us busy. */
export const LARGEST_BODY = '256kb';
/** A spreadsheet of 10 MB comes as base64 in JSON. */
const LARGEST_SPREADSHEET = '15mb';

/** Reads the long body of an uploaded spreadsheet, and that for people who are signed in alone. */
export function largeBodies(isSomebody: (request: Request) => Promise<boolean>): RequestHandler {
  const read = express.json({ limit: LARGEST_SPREADSHEET });
  return (request, response, next) => {
    if (request.method !== 'POST') return next();
    isSomebody(request).then((known) => (known ? read(request, response, next) : next()), next);
  };
}
