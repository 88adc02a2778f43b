import type { BuiltInView, ViewAsked, ViewList } from '@suivi/contracts/views';
import { BUILT_IN_VIEWS } from '@suivi/contracts/views';
import type { Tx } from '@suivi/database/database';
import type { Colleague } from '../accounts/person.ts';
import { countFiles } from '../files/file-list.ts';
import type { Question } from '../files/file-list.ts';
import type { Platform } from '../platform/platform.ts';
import type { ViewRecord } from './saved-view.ts';
import { ownViews, sharedViews } from './saved-view.ts';

const ALL: Question = {
  q: '',
  stage: [],
  category: [],
  caisse: [],
  adviser: [],
  concern: [],
  state: 'open',
  sort: 'due',
  direction: 'asc',
};

const builtIn = (id: BuiltInView, userId: string): Question => {
  if (id === 'open') return ALL;
  return id === 'mine' ? { ...ALL, adviser: [userId] } : { ...ALL, concern: [id] };
};

const count = (tx: Tx, { columns: _, ...asked }: ViewAsked) => countFiles(tx, asked);

/** The views that a person sees, each with how many files it has. */
export function listViews({ database, keys }: Platform, { agencyId, userId }: Colleague): Promise<ViewList> {
  return database.asAgency(agencyId, async (tx) => {
    const list: ViewList = { builtIn: [], saved: [] };
    for (const id of BUILT_IN_VIEWS) list.builtIn.push({ id, count: await countFiles(tx, builtIn(id, userId)) });
    const views: ViewRecord[] = [...(await ownViews(tx, keys, userId)), ...(await sharedViews(tx, keys, userId))];
    for (const { id, name, asked, shared, ownerId, ownerName } of views)
      list.saved.push({ id, name, asked, shared, mine: ownerId === userId, ownerName, count: await count(tx, asked) });
    return list;
  });
}
