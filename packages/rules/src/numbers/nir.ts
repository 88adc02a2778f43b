/** Whether a text is a NIR: 13 characters and the right key. */
export function isNir(text: string): boolean {
  throw new Error(`not written yet: ${text.length}`);
}

/** Whether a valid NIR stands anywhere in a text, with or without spaces, dots, dashes. */
export function containsNir(text: string): boolean {
  throw new Error(`not written yet: ${text.length}`);
}
