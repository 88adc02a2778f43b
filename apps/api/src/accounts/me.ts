export async function readMe(..._: unknown[]): Promise<never> {
  throw new Error('soon');
}
export async function changeLanguage(..._: unknown[]): Promise<void> {
  throw new Error('soon');
}
