import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { ObjectLink } from '@suivi/contracts/objects';
import type { Colleague } from '../accounts/person.ts';
import type { Platform } from '../platform/platform.ts';
import { notFound, Problem } from '../platform/problem.ts';

/** Long enough to look at what a page shows, and to ask again. */
const HOLDS_FOR_S = 300;

type Who = Pick<Colleague, 'agencyId' | 'userId'>;
/** How it is given: shown in place, or saved under a name. The name stands in the address: no client's name in it. */
export type Given = { as: ObjectLink['as']; name: string };

/** An address of an object that holds for five minutes, for this person of this agency and for nobody else. */
export function linkTo({ config }: Pick<Platform, 'config'>, who: Who, objectId: string, { as, name }: Given): string {
  const until = Math.floor(Date.now() / 1000) + HOLDS_FOR_S;
  const signature = signed(config.AUTH_SECRET, who, objectId, { until, as, name }).toString('base64url');
  return `/api/objects/${objectId}?${new URLSearchParams({ as, name, until: String(until), signature })}`;
}

/**
 * Lets a link pass that was made for this person and has not ended.
 * @throws Problem 404 when it was not, 410 `link_expired` when it has
 */
export function assertLink({ config }: Pick<Platform, 'config'>, who: Who, objectId: string, link: ObjectLink): void {
  const right = signed(config.AUTH_SECRET, who, objectId, link);
  const given = Buffer.from(link.signature, 'base64url');
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw notFound('paper');
  if (link.until * 1000 <= Date.now())
    throw new Problem(410, 'link_expired', {
      en: 'This address held for five minutes. Open the paper again where you found it.',
      fr: 'Cette adresse était valable cinq minutes. Ouvrez de nouveau la pièce là où vous l’avez trouvée.',
    });
}

function signed(secret: string, who: Who, objectId: string, { until, as, name }: Omit<ObjectLink, 'signature'>) {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'suivi object links', 32));
  const said = JSON.stringify([who.agencyId, who.userId, objectId, until, as, name]);
  return createHmac('sha256', key).update(said).digest();
}
