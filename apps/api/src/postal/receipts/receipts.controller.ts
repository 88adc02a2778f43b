import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import {
  ConfirmReceipt,
  ReceiptBox,
  ReceiptLink,
  Sending,
  SendingQuery,
  UploadedReceipts,
  UploadReceiptsQuery,
} from '@suivi/contracts/receipts';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { Me } from '../../accounts/person.ts';
import type { Colleague } from '../../accounts/person.ts';
import { Answers, AnswersCreated, AnswersNothing } from '../../platform/documented.ts';
import { KnownId } from '../../platform/known-id.ts';
import { PLATFORM } from '../../platform/platform.ts';
import type { Platform } from '../../platform/platform.ts';
import { linkToReceipt } from './link-to-receipt.ts';
import { readReceiptBox } from './read-box.ts';
import { findSendings } from './read-sendings.ts';
import { confirmReceipt, discardReceipt, reopenReceipt } from './settle-receipt.ts';
import { uploadReceipts } from './upload-receipts.ts';

const Sendings = z.array(Sending);
const KnownReceipt = () => Param('id', new KnownId('receipt'));

@Controller('receipts')
export class ReceiptsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get()
  @Answers(ReceiptBox)
  box(@Me() me: Colleague): Promise<ReceiptBox> {
    return readReceiptBox(this.platform, me);
  }

  /** One scan, of one page or many; its bytes are the body. */
  @Post()
  @ApiConsumes('application/octet-stream')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @AnswersCreated(UploadedReceipts)
  upload(
    @Me() me: Colleague,
    @Query({ schema: UploadReceiptsQuery }) asked: UploadReceiptsQuery,
    @Req() request: IncomingMessage,
  ): Promise<UploadedReceipts> {
    return uploadReceipts(this.platform, me, asked, request);
  }

  @Get('letters')
  @Answers(Sendings)
  letters(
    @Me() me: Colleague,
    @Query({ schema: SendingQuery }) { q }: z.infer<typeof SendingQuery>,
  ): Promise<Sending[]> {
    const { database, keys } = this.platform;
    return database.asAgency(me.agencyId, (tx) => findSendings(tx, keys, q));
  }

  @Post(':id/link')
  @HttpCode(200)
  @Answers(ReceiptLink)
  link(@Me() me: Colleague, @KnownReceipt() id: string): Promise<ReceiptLink> {
    return linkToReceipt(this.platform, me, id);
  }

  @Post(':id/confirm')
  @HttpCode(204)
  @AnswersNothing()
  confirm(
    @Me() me: Colleague,
    @KnownReceipt() id: string,
    @Body({ schema: ConfirmReceipt }) said: ConfirmReceipt,
  ): Promise<void> {
    return confirmReceipt(this.platform, me, id, said);
  }

  @Post(':id/discard')
  @HttpCode(204)
  @AnswersNothing()
  discard(@Me() me: Colleague, @KnownReceipt() id: string): Promise<void> {
    return discardReceipt(this.platform, me, id);
  }

  @Post(':id/reopen')
  @HttpCode(204)
  @AnswersNothing()
  reopen(@Me() me: Colleague, @KnownReceipt() id: string): Promise<void> {
    return reopenReceipt(this.platform, me, id);
  }
}
