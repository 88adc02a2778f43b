import type { ChangeView, NewView } from '@suivi/contracts/views';
import type { Tx } from '@suivi/database/database';
import type { Colleague } from '../accounts/person.ts';
import { NIR_FOUND } from '../files/client-texts.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';
import { containsNir } from '@suivi/rules/numbers/nir';
import { oneView, ownViews, sealView } from './saved-view.ts';

const MOST_VIEWS = 30;

/**
 * Saves a view. The same id again is the same view.
 * @throws Problem 422 for a social security number in its name, `too_many_views`; 409 `view_exists`
 */
export async function saveView({ database, keys }: Platform, me: Colleague, view: NewView): Promise<void> {
  refuseNumbers(view);
  await database.asAgency(me.agencyId, async (tx) => {
    await oneAtATime(tx, me);
    const own = await ownViews(tx, keys, me.userId);
    if (own.some(({ id }) => id === view.id)) return;
    if (own.length >= MOST_VIEWS)
      throw new Problem(422, 'too_many_views', {
        en: `You have ${MOST_VIEWS} views. Delete one that you no longer use, then save this one.`,
        fr: `Vous avez ${MOST_VIEWS} vues. Supprimez-en une qui ne sert plus, puis enregistrez celle-ci.`,
      });
    const made = await tx.execute(
      `INSERT INTO saved_views (agency_id, id, owner_id, shared, place, sealed) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT DO NOTHING`,
      [me.agencyId, view.id, me.userId, view.shared, own.length, sealView(keys, me.agencyId, view.id, view)],
    );
    if (made === 0)
      throw new Problem(409, 'view_exists', {
        en: 'A colleague’s view has this id. Save it again.',
        fr: 'La vue d’un collègue porte cet identifiant. Enregistrez-la de nouveau.',
      });
    await placeIn(tx, [...own.map(({ id }) => id), view.id], view.id, view.place ?? own.length);
    await audit(tx, me, 'view.saved', { view: view.id, shared: view.shared });
  });
}

/**
 * Renames, moves, shares a view, or gives it another question. Its owner's alone.
 * @throws Problem 404, 422
 */
export async function changeView(
  { database, keys }: Platform,
  me: Colleague,
  id: string,
  change: ChangeView,
): Promise<void> {
  refuseNumbers(change);
  await database.asAgency(me.agencyId, async (tx) => {
    await oneAtATime(tx, me);
    const own = await ownViews(tx, keys, me.userId);
    const before = own.find((view) => view.id === id);
    if (!before) throw notFound('view');
    const { name = before.name, asked = before.asked, shared = before.shared, place } = change;
    await tx.execute('UPDATE saved_views SET shared = $3, sealed = $4 WHERE agency_id = $1 AND id = $2', [
      me.agencyId,
      id,
      shared,
      sealView(keys, me.agencyId, id, { name, asked }),
    ]);
    if (place !== undefined)
      await placeIn(
        tx,
        own.map((view) => view.id),
        id,
        place,
      );
    await audit(tx, me, 'view.changed', { view: id, fields: Object.keys(change), shared });
  });
}

/**
 * Deletes a view: one's own, or, as a lead, one that a colleague shares.
 * @throws Problem 404
 */
export async function deleteView({ database, keys }: Platform, me: Colleague, id: string): Promise<void> {
  await database.asAgency(me.agencyId, async (tx) => {
    await oneAtATime(tx, me);
    const view = await oneView(tx, keys, me.userId, id);
    if (!view || (view.ownerId !== me.userId && me.role === 'adviser')) throw notFound('view');
    await tx.execute('DELETE FROM saved_views WHERE agency_id = $1 AND id = $2', [me.agencyId, id]);
    await audit(tx, me, 'view.deleted', { view: id, shared: view.shared });
  });
}

/** A name and what is searched for are free text. */
function refuseNumbers({ name, asked }: Pick<ChangeView, 'name' | 'asked'>) {
  const errors = [
    { path: 'name', text: name },
    { path: 'asked.q', text: asked?.q },
    ...(asked?.caisse ?? []).map((text, at) => ({ path: `asked.caisse.${at}`, text })),
  ].flatMap(({ path, text }) => (text !== undefined && containsNir(text) ? [{ path, message: NIR_FOUND }] : []));
  if (errors.length > 0) throw new Problem(422, 'invalid_request', NIR_FOUND, { errors });
}

/** Two windows of one person would otherwise give two views one place. */
const oneAtATime = (tx: Tx, { userId }: Colleague) =>
  tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 15))', [`${tx.agencyId} ${userId}`]);

/** Puts one of a person's views where it is wanted; the others close up. */
async function placeIn(tx: Tx, ids: readonly string[], id: string, place: number): Promise<void> {
  const order = ids.filter((other) => other !== id);
  order.splice(place, 0, id);
  await tx.execute(
    `UPDATE saved_views v SET place = o.place - 1 FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place)
     WHERE v.agency_id = $1 AND v.id = o.id AND v.place <> o.place - 1`,
    [tx.agencyId, order],
  );
}

const audit = (tx: Tx, { userId }: Colleague, action: string, subject: Record<string, unknown>) =>
  tx.query('SELECT append_audit($1, $2, $3, $4)', [tx.agencyId, userId, action, JSON.stringify(subject)]);
