/** A page out of sight is not painted: what waits for it is then done after this long. */
const UNSEEN_MS = 250;

/** Does something once what is about to be shown has been painted; gives what calls it off. */
export function afterPaint(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const once = () => {
    callOff();
    act();
  };
  const unseen = setTimeout(once, UNSEEN_MS);
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(once);
  });
  const callOff = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    clearTimeout(unseen);
  };
  return callOff;
}
