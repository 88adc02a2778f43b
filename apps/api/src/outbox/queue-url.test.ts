import { describe, expect, it } from 'vitest';
import { readQueueUrl } from './queue-url.ts';

describe('QUEUE_URL', () => {
  it.each([
    ['postgres://u:p@h/db', { kind: 'postgres' }],
    ['postgresql://u:p@h/db', { kind: 'postgres' }],
    ['redis://h', { kind: 'redis', nodes: [{ host: 'h', port: 6379 }], options: {} }],
    [
      'redis://:p%40s@h:6380/2',
      { kind: 'redis', nodes: [{ host: 'h', port: 6380 }], options: { password: 'p@s', db: 2 } },
    ],
    [
      'rediss://u:p@h',
      { kind: 'redis', nodes: [{ host: 'h', port: 6379 }], options: { username: 'u', password: 'p', tls: {} } },
    ],
    ['redis://[::1]:7000', { kind: 'redis', nodes: [{ host: '::1', port: 7000 }], options: {} }],
    [
      'redis://a:7000,redis://b:7001',
      {
        kind: 'cluster',
        nodes: [
          { host: 'a', port: 7000 },
          { host: 'b', port: 7001 },
        ],
        options: {},
      },
    ],
    [
      'redis+sentinel://:p@a,b:26380/queues',
      {
        kind: 'sentinel',
        nodes: [
          { host: 'a', port: 26379 },
          { host: 'b', port: 26380 },
        ],
        master: 'queues',
        options: { password: 'p' },
      },
    ],
  ])('%s', (url, place) => {
    expect(readQueueUrl(url)).toEqual(place);
  });

  it.each([['mysql://h'], ['redis+sentinel://a,b'], [''], ['redis://']])('refuses %s', (url) => {
    expect(() => readQueueUrl(url)).toThrow('QUEUE_URL');
  });

  it('never repeats the URL, which may hold a password', () => {
    expect(() => readQueueUrl('amqp://user:hunter2@h')).toThrow(/^(?!.*hunter2).*$/s);
  });
});
