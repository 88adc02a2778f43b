export async function enterCaisseAddress(..._: unknown[]): Promise<never> {
  throw new Error('soon');
}
