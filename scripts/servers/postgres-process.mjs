// The process that holds the embedded PostgreSQL: postgres-process.mjs FOLDER PORT [setting=value …]
import { serveHere } from './embedded-postgres.mjs';

const [dir, port, ...flags] = process.argv.slice(2);
const password = process.env.SERVER_PASSWORD ?? 'password';
try {
  await serveHere({ dir, port: Number(port), password, flags });
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
console.log('postgres ready');

// Who started us may be killed without a word; then the server ends too, in good order.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 1_000);
