// The settings of a Suivi on this machine: what the environment or `.env` says, and for the rest what `npm start` makes.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { at } from './processes.mjs';

export const dataFolder = at('.data');
export const postgresFolder = path.join(dataFolder, 'pg');
const secretsFile = path.join(dataFolder, 'secrets.json');

/** Ports on loopback, each a setting, and what `npm start` uses when it is not set. */
export const PORTS = { PORT: 3000, INBOX_PORT: 1080, SMTP_PORT: 1025, POSTGRES_PORT: 54330 };

const secret = (bytes = 24) => randomBytes(bytes).toString('base64url');

/** Secrets of this machine, made once. Without them the sealed fields of an existing database cannot be read again. */
function secrets() {
  if (fs.existsSync(secretsFile)) return JSON.parse(fs.readFileSync(secretsFile, 'utf8'));
  if (fs.existsSync(postgresFolder))
    throw new Error(
      `${secretsFile} is missing, and without it the database beside it cannot be opened.\n` +
        `Put it back, or remove ${dataFolder} to begin with a new demo.`,
    );
  const made = {
    postgresPassword: secret(),
    appPassword: secret(),
    accountsPassword: secret(),
    queuePassword: secret(),
    authSecret: secret(48),
    encryptionKeys: `1:${randomBytes(32).toString('base64')}`,
    demoPassword: `suivi-${randomBytes(4).toString('hex')}`,
  };
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  fs.chmodSync(dataFolder, 0o711); // user postgres walks through it to its own folder; nobody else may list it
  fs.writeFileSync(secretsFile, JSON.stringify(made, null, 2) + '\n', { mode: 0o600 });
  return made;
}

function ports(env) {
  return Object.fromEntries(
    Object.entries(PORTS).map(([name, usual]) => {
      const port = env[name] ? Number(env[name]) : usual;
      if (!Number.isInteger(port) || port < 1 || port > 65_535)
        throw new Error(`${name} must be a port between 1 and 65535.`);
      return [name, port];
    }),
  );
}

/** The same server, another user and database. */
export function as(url, user, password, database) {
  const other = new URL(url);
  other.username = user;
  other.password = password;
  other.pathname = `/${database}`;
  return other.href;
}

/**
 * What the apps and command-line tools run with on this machine.
 * `ours` says which servers `npm start` has to run itself; `env` is what their processes get.
 */
export function localSettings() {
  if (fs.existsSync(at('.env'))) process.loadEnvFile(at('.env')); // what is set already stays
  const env = process.env;
  const made = secrets();
  const port = ports(env);
  const ours = { postgres: !env.DATABASE_URL, mail: !env.SMTP_URL };
  // DATABASE_URL alone is the account that owns the database; the narrow roles are then made from it.
  const owner =
    env.OWNER_DATABASE_URL ??
    env.DATABASE_URL ??
    `postgresql://postgres:${made.postgresPassword}@127.0.0.1:${port.POSTGRES_PORT}/suivi`;
  const database = new URL(owner).pathname.slice(1);
  const narrow = !env.OWNER_DATABASE_URL;
  return {
    ours,
    ports: port,
    postgresPassword: made.postgresPassword,
    demoPassword: env.DEMO_PASSWORD ?? made.demoPassword,
    env: {
      OWNER_DATABASE_URL: owner,
      DATABASE_URL: narrow ? as(owner, 'suivi_app', made.appPassword, database) : env.DATABASE_URL,
      ACCOUNTS_DATABASE_URL: env.ACCOUNTS_DATABASE_URL ?? as(owner, 'suivi_accounts', made.accountsPassword, database),
      QUEUE_URL: env.QUEUE_URL ?? as(owner, 'suivi_queue', made.queuePassword, `${database}_queue`),
      SMTP_URL: env.SMTP_URL ?? `smtp://127.0.0.1:${port.SMTP_PORT}`,
      APP_URL: env.APP_URL ?? `http://localhost:${port.PORT}`,
      PORT: String(port.PORT),
      AUTH_SECRET: env.AUTH_SECRET ?? made.authSecret,
      ENCRYPTION_KEYS: env.ENCRYPTION_KEYS ?? made.encryptionKeys,
      OBJECTS_URL: env.OBJECTS_URL ?? `file:${path.join(dataFolder, 'objects')}`,
      DEMO: env.DEMO ?? '1',
      DEMO_PASSWORD: env.DEMO_PASSWORD ?? made.demoPassword,
      LOG_LEVEL: env.LOG_LEVEL ?? 'warn',
    },
    inboxUrl: ours.mail ? `http://localhost:${port.INBOX_PORT}` : null,
    needsQueueDatabase: !env.QUEUE_URL,
  };
}
