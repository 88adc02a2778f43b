export async function readMessageText(..._: unknown[]): Promise<never> {
  throw new Error('soon');
}
