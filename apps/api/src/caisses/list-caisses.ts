export async function listCaisses(..._: unknown[]): Promise<never> {
  throw new Error('soon');
}
