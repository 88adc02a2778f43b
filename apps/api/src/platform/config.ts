import { z } from 'zod';
import { keyRingFault } from '@suivi/database/sealing';
import { bucketUrlFault } from './bucket-url.ts';

const postgresUrl = (name: string) =>
  z
    .string(`${name} is missing.`)
    .regex(/^postgres(ql)?:\/\/.+/, `${name} must begin with postgres:// or postgresql://.`);
const flag = z
  .enum(['0', '1', 'true', 'false', ''], 'Write 1 or 0.')
  .default('0')
  .transform((text) => text === '1' || text === 'true');

/** Every setting of the apps. A fault names the setting and the rule, never the value: it may be a secret. */
const Settings = z.object({
  DATABASE_URL: postgresUrl('DATABASE_URL').describe(
    'PostgreSQL, as the application: the role suivi_app, which owns nothing',
  ),
  ACCOUNTS_DATABASE_URL: postgresUrl('ACCOUNTS_DATABASE_URL').describe(
    'the same database, as the role suivi_accounts: sign-in',
  ),
  OWNER_DATABASE_URL: postgresUrl('OWNER_DATABASE_URL')
    .optional()
    .describe(
      'the same database, as the role that owns its tables: migrations, the seed, npm run agency, npm run member',
    ),
  QUEUE_URL: z
    .string('QUEUE_URL is missing.')
    .regex(
      /^(postgres(ql)?|rediss?(\+sentinel)?):\/\/.+/,
      'QUEUE_URL must begin with postgres://, redis:// or rediss://.',
    )
    .describe('where the queues live: postgres:// or redis://'),
  SMTP_URL: z
    .string('SMTP_URL is missing.')
    .regex(/^smtps?:\/\/.+/, 'SMTP_URL must begin with smtp:// or smtps://.')
    .describe('the mail server: smtp:// or smtps://; TLS is demanded with a password, or by ?tls=required'),
  MAIL_FROM: z
    .email('MAIL_FROM is not an email address.')
    .default('suivi@localhost.test')
    .describe('the sender of status emails'),
  APP_URL: z
    .url({ protocol: /^https?$/, error: 'APP_URL must be the http(s) address of the dashboard.' })
    .describe('where people open Suivi'),
  PORT: z.coerce
    .number('PORT is a number.')
    .int()
    .min(1)
    .max(65_535)
    .default(3000)
    .describe('the port of API and dashboard'),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('the address they listen at; 0.0.0.0 behind a proxy of another machine'),
  WORKER_PORT: z.coerce
    .number('WORKER_PORT is a number.')
    .int()
    .min(1)
    .max(65_535)
    .optional()
    .describe('a port on which a worker answers /health/live and /health/ready; none when left out'),
  AUTH_SECRET: z
    .string('AUTH_SECRET is missing.')
    .min(32, 'AUTH_SECRET needs 32 characters or more.')
    .describe('signs the session cookies'),
  ENCRYPTION_KEYS: z
    .string('ENCRYPTION_KEYS is missing.')
    .superRefine((text, context) => {
      const fault = keyRingFault(text);
      if (fault) context.addIssue({ code: 'custom', message: `ENCRYPTION_KEYS: ${fault}.` });
    })
    .describe('id:base64 of 32 bytes, separated by commas; the first seals, all of them open'),
  OBJECTS_URL: z
    .string()
    .default('file:.data/objects')
    .superRefine((text, context) => {
      const fault = bucketUrlFault(text);
      if (fault) context.addIssue({ code: 'custom', message: `OBJECTS_URL: ${fault}.` });
    })
    .describe(
      'where documents lie, sealed: file:folder, or s3://key:secret@host/bucket?region=…; all processes need the same',
    ),
  LA_POSTE_KEY: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]*$/, 'LA_POSTE_KEY is one word of ASCII.')
    .default('')
    .describe(
      'the key of La Poste’s tracking (Suivi v2, developer.laposte.fr); without one deliveries are recorded by hand',
    ),
  LA_POSTE_URL: z
    .url({ protocol: /^https?$/, error: 'LA_POSTE_URL must be an http(s) address.' })
    .default('https://api.laposte.fr/suivi/v2')
    .describe('where that tracking answers'),
  UPLOAD_MAX_MB: z.coerce
    .number('UPLOAD_MAX_MB is a number.')
    .int()
    .min(1)
    .max(100)
    .default(20)
    .describe('how large an uploaded file may be, in MB; a proxy before Suivi must let twice as much pass'),
  UPLOADS_AT_ONCE: z.coerce
    .number('UPLOADS_AT_ONCE is a number.')
    .int()
    .min(1)
    .max(64)
    .default(6)
    .describe('how many uploads a process has in memory at once; the others wait unread'),
  DECODERS_AT_ONCE: z.coerce
    .number('DECODERS_AT_ONCE is a number.')
    .int()
    .min(1)
    .max(64)
    .default(2)
    .describe('how many uploads a process decodes at once: each takes a core, and up to 1.2 GB'),
  PRINTS_AT_ONCE: z.coerce
    .number('PRINTS_AT_ONCE is a number.')
    .int()
    .min(1)
    .max(64)
    .default(2)
    .describe('how many prints a process runs at once: each takes a core, and up to 0.6 GB'),
  CLAMD_URL: z
    .string()
    .regex(/^(|tcp:\/\/[^/]+:\d+|unix:\/.+)$/, 'CLAMD_URL is tcp://host:port or unix:/path.')
    .default('')
    .describe('the virus scanner clamd: tcp://host:3310 or unix:/path; without one, papers say that none has looked'),
  DEMO: flag.describe('1: demo agencies have a clock of their own, and tests may set its headers'),
  DEMO_PASSWORD: z
    .string()
    .min(12, 'DEMO_PASSWORD needs 12 characters or more.')
    .default('suivi-demo-2026')
    .describe('the password of the demo sign-ins that the seed makes'),
  TRUST_PROXY: z
    .string()
    .default('')
    .describe('the proxies whose X-Forwarded-For is believed: their addresses, or how many they are'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('how much is logged'),
});
export type Config = z.infer<typeof Settings>;

/** What each setting is for, and its default: `.env.example` and the README print it. */
export const settings = Object.entries(Settings.shape).map(([name, schema]) => {
  const unset = schema.safeParse(undefined);
  return {
    name,
    description: schema.description ?? '',
    required: !unset.success,
    usual: typeof unset.data === 'boolean' ? String(Number(unset.data)) : String(unset.data ?? ''),
  };
});

/**
 * Reads the settings once, at the entry point.
 * @throws with every fault at once, by name and rule
 */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const result = Settings.safeParse(env);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const name = path.join('.');
    return `  ${message.includes(name) ? message : `${name}: ${message}`}`;
  });
  throw new Error(`Suivi cannot start with these settings:\n${faults.join('\n')}`);
}
