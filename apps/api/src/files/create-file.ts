export async function createFile(..._: unknown[]): Promise<{ id: string; reference: string }> {
  throw new Error('soon');
}
