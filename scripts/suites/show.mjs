// Runs a program at the terminal as it is: its colours, its progress, Ctrl-C reaching it.
import { spawn } from 'node:child_process';
import { root } from '../servers/processes.mjs';

/** @returns {Promise<number>} its exit code */
export function show(command, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      done(127);
    });
    child.on('exit', (code, signal) => done(code ?? (signal ? 130 : 1)));
  });
}
