import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import fs from 'node:fs';
import { makeAuth } from './accounts/auth.ts';
import { AppModule } from './app.module.ts';
import { WITHOUT_PREFIX } from './http-app.ts';
import { makeLog } from './platform/logging.ts';
import type { Platform } from './platform/platform.ts';

// Prints the description of the API: openapi.js FILE. The routes are read, nothing is opened.
const settings = {
  ACCOUNTS_DATABASE_URL: 'postgres://nobody@localhost/none',
  APP_URL: 'http://localhost',
  AUTH_SECRET: 'described, never used: '.repeat(2),
};
const log = makeLog('silent', 'openapi');
const { auth } = makeAuth(settings, log);
const platform = { config: settings, log } as unknown as Platform;
const app = await NestFactory.create<NestExpressApplication>(AppModule.on(platform, auth), {
  preview: true,
  abortOnError: false,
  logger: ['error'],
});
app.setGlobalPrefix('api', { exclude: WITHOUT_PREFIX });
const document = SwaggerModule.createDocument(app, new DocumentBuilder().setTitle('Suivi').setVersion('1').build(), {
  operationIdFactory: (controller, method) => `${controller.replace('Controller', '').toLowerCase()}_${method}`,
});
fs.writeFileSync(process.argv[2] ?? 'openapi.json', JSON.stringify(document, null, 2) + '\n');
process.exit(0);
