import { useEffect, useMemo, useState } from 'react';
import type { Forecast } from '@suivi/rules/forecast';
import { DAYS_AHEAD, forecast } from '@suivi/rules/forecast';
import type { FileModel } from './model.ts';

/** A file of more events is looked ahead after it has been drawn: its plan alone takes a moment. */
const MANY_EVENTS = 400;

const made = ({ file, today }: FileModel): Forecast => forecast(file, today, DAYS_AHEAD);

/** What will fall due in the file if nothing happens, by the same rules as its plan; null for a moment when that takes one. */
export function useForecast(model: FileModel): Forecast | null {
  const isLong = model.file.events.length > MANY_EVENTS;
  const atOnce = useMemo(() => (isLong ? null : made(model)), [model, isLong]);
  const [later, setLater] = useState<{ of: FileModel; forecast: Forecast } | null>(null);
  useEffect(() => {
    if (!isLong) return;
    const timer = setTimeout(() => setLater({ of: model, forecast: made(model) }), 50);
    return () => clearTimeout(timer);
  }, [model, isLong]);
  return atOnce ?? (later?.of === model ? later.forecast : null);
}
