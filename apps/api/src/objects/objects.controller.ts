import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { ObjectLink } from '@suivi/contracts/objects';
import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import { Me } from '../accounts/person.ts';
import type { Colleague } from '../accounts/person.ts';
import { KnownId } from '../platform/known-id.ts';
import { PLATFORM } from '../platform/platform.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound } from '../platform/problem.ts';
import { assertLink } from './links.ts';
import { DamagedBytes } from './sealed-bytes.ts';
import { keptRow, notOpened, openRow } from './store-object.ts';

@Controller('objects')
export class ObjectsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** The bytes themselves, by a signed link of the person who asks; each reading stands in the audit. */
  @Get(':id')
  @ApiOkResponse({ description: 'The bytes, as they were stored', content: { '*/*': {} } })
  async read(
    @Me() me: Colleague,
    @Param('id', new KnownId('paper')) id: string,
    @Query({ schema: ObjectLink }) link: ObjectLink,
    @Res() response: Response,
  ): Promise<void> {
    const { platform } = this;
    assertLink(platform, me, id, link);
    const row = await platform.database.asAgency(me.agencyId, async (tx) => {
      const kept = await keptRow(tx, id);
      if (!kept) throw notFound('paper');
      await tx.query('SELECT append_audit($1, $2, $3, $4)', [
        me.agencyId,
        me.userId,
        'object.read',
        { object: id, as: link.as },
      ]);
      return kept;
    });
    const { bytes, mediaType, size } = await openRow(platform, me.agencyId, row);
    response.set(headersOf(mediaType, size, link));
    try {
      await pipeline(bytes, response);
    } catch (error) {
      // The answer is cut off, which its length tells. Whoever goes away meanwhile is no fault of ours.
      if (error instanceof DamagedBytes || !response.destroyed) notOpened(platform, id, error);
    }
  }
}

/** Nothing that was uploaded is ever a page: it runs nothing, asks for nothing and is embedded by nobody else. */
const headersOf = (mediaType: string, size: number, { as, name }: ObjectLink) => ({
  'Content-Type': mediaType,
  'Content-Length': String(size),
  'Content-Disposition': `${as}; filename="${name}"`,
  // A browser shows no PDF inside a sandbox. Ours holds no script: it was written by us.
  'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'${
    mediaType === 'application/pdf' && as === 'inline' ? '' : '; sandbox'
  }`,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Accept-Ranges': 'none',
});
