export async function readFileView(..._: unknown[]): Promise<never> {
  throw new Error('soon');
}
