// The mail catcher: takes every email that Suivi sends on this machine and shows it on a page of its own.
import { untilAnswers, untilListening } from './ports.mjs';
import { at, start } from './processes.mjs';

/** @param folder where emails are kept between runs; without one they live in memory */
export async function startMailCatcher({ smtpPort, inboxPort, folder }) {
  const args = ['--smtp', smtpPort, '--web', inboxPort, '--ip', '127.0.0.1', '--web-ip', '127.0.0.1', '--silent'];
  if (folder) args.push('--mail-directory', folder);
  const program = at('node_modules/maildev/dist/bin/maildev.js');
  const held = start('inbox', process.execPath, [program, ...args], { quiet: true });
  const ended = held.done.then((code) => {
    throw new Error(`The mail catcher ended (${code}).\n${held.said.trim()}`);
  });
  ended.catch(() => {}); // told below while we wait; later an ended catcher is the watcher's business
  await untilAnswers(`http://127.0.0.1:${inboxPort}/api/healthz`, { giveUp: ended });
  await untilListening(smtpPort);
  return held;
}
