// Enters agencies and people into the Suivi of this machine, or into that of OWNER_DATABASE_URL:
//   npm run agency -- --name "Passerelle" --admin "Nadège Perrin <nadege@agency.example>"
//   npm run member -- --agency "Passerelle" --role adviser --name "Claire Fontanel" --email claire@agency.example
// Both say how they are used when something is missing.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { at, root, run } from './servers/processes.mjs';
import { dataFolder, localSettings } from './servers/settings.mjs';

/** The owner's account, and nothing else of the settings: entering people needs no more. */
function ownerUrl() {
  if (fs.existsSync(at('.env'))) process.loadEnvFile(at('.env')); // what is set already stays
  const given = process.env.OWNER_DATABASE_URL ?? process.env.DATABASE_URL;
  // Reading the settings makes the secrets that are missing, and that is for `npm start` to do.
  return given ?? (fs.existsSync(dataFolder) ? localSettings().env.OWNER_DATABASE_URL : '');
}

if (!fs.existsSync(at('packages/database/src/generated')))
  await run('generate', 'turbo', ['run', 'generate', '--output-logs=errors-only'], { cwd: root });
const { status } = spawnSync(process.execPath, [at('apps/api/src/people.ts'), ...process.argv.slice(2)], {
  cwd: at('apps/api'),
  env: { ...process.env, OWNER_DATABASE_URL: ownerUrl() },
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
