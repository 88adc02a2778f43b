// One line a step, with its time: what a person watches while Suivi starts or its tests run.
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Runs a step and prints it with the time it took. */
export async function step(title, work) {
  const startedAt = Date.now();
  const terminal = process.stdout.isTTY;
  if (terminal) process.stdout.write(`  … ${title}`);
  try {
    const result = await work();
    process.stdout.write(`${terminal ? '\r' : ''}  ✓ ${title}  ${seconds(Date.now() - startedAt)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${terminal ? '\r' : ''}  ✗ ${title}  ${seconds(Date.now() - startedAt)}\n`);
    throw error;
  }
}

/** @returns a function that says how long ago it was made */
export function stopwatch() {
  const startedAt = Date.now();
  return () => seconds(Date.now() - startedAt);
}
