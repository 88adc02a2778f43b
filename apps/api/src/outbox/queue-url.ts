import type { RedisOptions } from 'ioredis';

type Node = { host: string; port: number };
type Options = Pick<RedisOptions, 'username' | 'password' | 'db' | 'tls'>;

export type RedisPlace =
  | { kind: 'redis' | 'cluster'; nodes: Node[]; options: Options }
  | { kind: 'sentinel'; nodes: Node[]; master: string; options: Options };
export type QueuePlace = { kind: 'postgres' } | RedisPlace;

/**
 * Reads `QUEUE_URL`. PostgreSQL: `postgres://…`. Redis: `redis://host`, with TLS `rediss://host`; a cluster is a list of
 * them (`redis://a:6379,redis://b:6379`); sentinels are `redis+sentinel://host:26379,host:26379/master`.
 * @throws saying which of these it could be; never with the URL in it, which may hold a password
 */
export function readQueueUrl(url: string): QueuePlace {
  if (/^postgres(ql)?:\/\//.test(url)) return { kind: 'postgres' };
  if (!/^rediss?(\+sentinel)?:\/\//.test(url))
    throw new Error('QUEUE_URL must begin with postgres://, redis://, rediss:// or redis+sentinel://.');
  const [first, ...others] = url.split(',').map((part) => parse(part));
  if (first === undefined) throw new Error('QUEUE_URL names no host.');
  const nodes = [first, ...others].map(({ hostname, port, protocol }) => ({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol.includes('sentinel') ? 26_379 : 6_379),
  }));
  const options: Options = {
    ...(first.username && { username: decodeURIComponent(first.username) }),
    ...(first.password && { password: decodeURIComponent(first.password) }),
    ...(first.protocol.startsWith('rediss') && { tls: {} }),
  };
  // The name of the master, or the number of the database, stands at the end of the whole list.
  const ending = decodeURIComponent((others.at(-1) ?? first).pathname.slice(1));
  if (first.protocol.includes('sentinel')) {
    if (ending === '') throw new Error('QUEUE_URL names no master: redis+sentinel://host:26379,host:26379/MASTER');
    return { kind: 'sentinel', nodes, master: ending, options };
  }
  if (others.length > 0) return { kind: 'cluster', nodes, options };
  return { kind: 'redis', nodes, options: ending === '' ? options : { ...options, db: Number(ending) } };
}

function parse(part: string): URL {
  const text = part.trim();
  // URL knows the parts of schemes it has never heard of only when they are written in full.
  const url = URL.parse(/^[\w+]+:\/\//.test(text) ? text : `redis+sentinel://${text}`);
  if (url === null || url.hostname === '') throw new Error('QUEUE_URL cannot be read as a URL, or as a list of them.');
  return url;
}
