export async function snoozeTask(..._: unknown[]): Promise<void> {
  throw new Error('soon');
}
