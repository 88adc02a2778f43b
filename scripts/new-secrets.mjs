// Prints new secrets for docker-compose.yml or a deployment: node scripts/new-secrets.mjs > compose.env (once; keep it).
// Not into .env: `npm start` reads that one, and has secrets of its own for its own database.
import { randomBytes } from 'node:crypto';

const secret = (bytes = 24) => randomBytes(bytes).toString('base64url');

console.log(`# Made by scripts/new-secrets.mjs. Whoever loses ENCRYPTION_KEYS cannot read the clients' facts again.
POSTGRES_PASSWORD=${secret()}
APP_PASSWORD=${secret()}
ACCOUNTS_PASSWORD=${secret()}
AUTH_SECRET=${secret(48)}
ENCRYPTION_KEYS=1:${randomBytes(32).toString('base64')}
DEMO_PASSWORD=suivi-${randomBytes(4).toString('hex')}`);
