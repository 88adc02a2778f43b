export async function changeClient(..._: unknown[]): Promise<void> {
  throw new Error('soon');
}
