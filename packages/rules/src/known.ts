import { later, type Day } from './calendar/days.ts';
import type { Context } from './context.ts';
import type { File } from './file.ts';
import { Walk } from './walk.ts';

/** What is known at the end of a day, for those who write about it. It is read, never changed. */
export const knownOn = (file: File, today: Day): Context => new Walk(file).to(later(today, file.openedOn)).context;
