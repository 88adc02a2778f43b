/** Brings a person to the first field that is wrong, once its fault is on screen. */
export const toFirstFault = (form: HTMLFormElement | null) =>
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
