import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openLaPosteServer, type LaPosteServer, type PostWeather } from '../../test/la-poste-server.ts';
import { askAbout, isAskable } from './la-poste.ts';

let server: LaPosteServer;
beforeAll(async () => {
  server = await openLaPosteServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.weather = 'fine';
  server.asked = [];
  server.letters.clear();
});

const ask = (...numbers: string[]) => askAbout({ url: server.url, key: 'the-key', timeoutMs: 500 }, numbers);
const under = async (weather: PostWeather, ...numbers: string[]) => {
  server.weather = weather;
  return ask(...numbers);
};
const ONE = '1A00915820380';
const TWO = '1A00915820397';

describe('La Poste is asked', () => {
  it('with the number and the key, and with nothing else', async () => {
    await ask(ONE);
    const [{ url, headers } = { url: '', headers: {} }] = server.asked;
    expect(url).toBe(`/suivi/v2/idships/${ONE}?lang=fr_FR`);
    expect(headers['x-okapi-key']).toBe('the-key');
    expect(Object.keys(headers).filter((name) => /cookie|forwarded|authorization|referer/.test(name))).toEqual([]);
  });

  it('about one letter: its states, the first one first, on their days in Paris', async () => {
    server.letters.set(ONE, {
      isFinal: true,
      events: [
        // 23:30 in Paris is another day in UTC, and the other way round
        { code: 'DI1', label: 'Votre courrier est distribué', date: '2026-05-20T23:30:00+02:00' },
        { code: 'pc1', date: '2026-05-18T22:30:00Z' },
        { code: 'ET1', date: '2026-05-19T08:00:00' },
        { code: 'ET2', date: 'not a day' },
      ],
    });
    const answer = await ask(ONE);
    expect(answer.kind === 'answered' && answer.of.get(ONE)).toMatchObject({
      isFinal: true,
      events: [
        { code: 'PC1', on: '2026-05-19' },
        { code: 'ET1', on: '2026-05-19' },
        { code: 'DI1', on: '2026-05-20', label: 'Votre courrier est distribué' },
      ],
    });
  });

  it('about several at once, and each is answered for by itself', async () => {
    server.letters.set(TWO, { events: [{ code: 'ET1', date: '2026-05-19T08:00:00+02:00' }] });
    const answer = await ask(ONE, TWO, '12345678BADBAD');
    expect(answer.kind === 'answered' && Object.fromEntries(answer.of)).toMatchObject({
      [ONE]: 'unknown',
      [TWO]: { isFinal: false, events: [{ code: 'ET1' }] },
      '12345678BADBAD': 'refused',
    });
    expect(server.asked).toHaveLength(1);
  });

  it('about each alone when one of several is at fault and the answer does not say which', async () => {
    server.letters.set(TWO, { events: [] });
    const answer = await under('one_fault', ONE, TWO, '12345678BADBAD');
    expect(answer.kind === 'answered' && [...answer.of.keys()]).toEqual([ONE, TWO, '12345678BADBAD']);
    expect(answer.kind === 'answered' && answer.of.get('12345678BADBAD')).toBe('refused');
  });

  it('and takes a page with 404 for a letter that is not known', async () => {
    const answer = await under('not_found_page', ONE);
    expect(answer.kind === 'answered' && answer.of.get(ONE)).toBe('unknown');
  });

  it.each<[PostWeather, string]>([
    ['key', 'la_poste_key_refused'],
    ['down', 'la_poste_unreachable'],
    ['slow', 'la_poste_unreachable'],
    ['elsewhere', 'la_poste_unreachable'],
    ['page', 'la_poste_unreadable'],
    ['half', 'la_poste_unreadable'],
  ])('%s: says that it is away, and why', async (weather, cause) => {
    expect(await under(weather, ONE, TWO)).toEqual({ kind: 'away', cause });
    expect(server.asked).toHaveLength(1);
  });

  it('where nobody listens, and it is away', async () => {
    const answer = await askAbout({ url: 'http://127.0.0.1:1/suivi/v2', key: 'k' }, [ONE]);
    expect(answer).toEqual({ kind: 'away', cause: 'la_poste_unreachable' });
  });

  it.each<[string | null, number, number]>([
    ['7', 7_000, 7_000],
    [null, 60_000, 60_000],
    ['nonsense', 60_000, 60_000],
    ['999999', 3_600_000, 3_600_000],
    [new Date(Date.now() + 30_000).toUTCString(), 25_000, 31_000],
  ])('too often: it waits as long as it is told (%s)', async (busy, least, most) => {
    const answer = await under({ busy }, ONE);
    expect(answer.kind).toBe('wait');
    const ms = answer.kind === 'wait' ? answer.ms : 0;
    expect(ms).toBeGreaterThanOrEqual(least);
    expect(ms).toBeLessThanOrEqual(most);
  });

  it.each([
    ['1A00915820380', true],
    ['RB123456785GB', true],
    ['115111111111111', true],
    ['1A0091582', false],
    ['1A009158203801234', false],
    ['1A 0091582038', false],
  ])('about a number of its form: %s, %s', (number, asked) => expect(isAskable(number)).toBe(asked));
});
