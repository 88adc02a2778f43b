import { useDeferredValue, useMemo } from 'react';
import type { FileModel } from '../file/model.ts';
import type { Draft } from './draft.ts';
import { eventsOf } from './draft.ts';
import { EffectView } from './effect-view.tsx';
import { effectsOf } from './effect.ts';
import { emailsSoFar } from './emails-so-far.ts';

/** The effect follows what is typed without holding the typing up. */
export function LiveEffect({ draft, model, ready }: { draft: Draft; model: FileModel; ready: boolean }) {
  const typed = useDeferredValue(draft);
  const effects = useMemo(() => {
    if (!ready) return null;
    return effectsOf({
      file: model.file,
      events: eventsOf(typed, model.applicant),
      today: model.today,
      soFar: emailsSoFar(model.view),
    });
  }, [typed, model, ready]);
  return <EffectView effects={effects} today={model.today} />;
}
