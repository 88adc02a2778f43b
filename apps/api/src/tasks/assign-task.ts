export async function assignTask(..._: unknown[]): Promise<void> {
  throw new Error('soon');
}
