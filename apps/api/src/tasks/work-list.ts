export async function readWorkList(..._: unknown[]): Promise<never> {
  throw new Error('soon');
}
