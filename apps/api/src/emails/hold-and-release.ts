export async function holdMessage(..._: unknown[]): Promise<void> {
  throw new Error('soon');
}
export const releaseMessage = holdMessage;
export const resendMessage = holdMessage;
