export async function recordEvent(..._: unknown[]): Promise<never> {
  throw new Error('soon');
}
