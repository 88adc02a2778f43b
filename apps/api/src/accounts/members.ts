export async function listMembers(..._: unknown[]): Promise<never> {
  throw new Error('soon');
}
