import { PayloadTooLargeException } from '@nestjs/common';
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

/** Name and password: what the sign-in library reads by itself, and at any length. */
const LARGEST_SIGN_IN = 16_384;

/** Keeps a body from the sign-in library that is too long for it, or does not say how long it is. */
export const shortBodies: RequestHandler = ({ headers }, _response, next) => {
  const { 'content-length': length = '0', 'transfer-encoding': unmeasured } = headers;
  const short = unmeasured === undefined && Number(length) <= LARGEST_SIGN_IN;
  next(short ? undefined : new PayloadTooLargeException());
};
