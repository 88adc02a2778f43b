/** One row of the table that `npm run bench` prints. */
export type Figure = { what: string; figure: string; goal?: string };

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);

/** The value below which a share of the values lies. */
export const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
export const median = (values: readonly number[]): number => quantile(values, 0.5);

export const ms = (n: number): string => `${n < 10 ? n.toFixed(2) : n < 100 ? n.toFixed(1) : Math.round(n)} ms`;
export const whole = (n: number): string => Math.round(n).toLocaleString('en-GB');

/** Hands the figures to the command that started this measurement. */
export function report(figures: readonly Figure[]): void {
  for (const figure of figures) process.stdout.write(`FIGURE ${JSON.stringify(figure)}\n`);
}

/** How long something takes, in milliseconds. */
export async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const from = performance.now();
  const result = await work();
  return [result, performance.now() - from];
}
