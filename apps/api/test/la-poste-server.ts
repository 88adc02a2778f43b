import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What La Poste's tracking does with the next requests, beyond answering for each number. */
export type PostWeather =
  | 'fine'
  /** refuses the key */
  | 'key'
  /** has had enough: with the header given, or none */
  | { busy: string | null }
  | 'down'
  /** a page instead of an answer, though all is well */
  | 'page'
  /** begins an answer and never ends it */
  | 'half'
  | 'slow'
  /** sends the asker elsewhere */
  | 'elsewhere'
  /** knows none of them, and says so with a page */
  | 'not_found_page'
  /** answers for one number at a time, and with 400 for several of which one is at fault */
  | 'one_fault';

export type ItsEvent = { code: string; label?: string; date: string };
export type LaPosteServer = {
  url: string;
  weather: PostWeather;
  /** What it knows, by number. */
  letters: Map<string, { events: ItsEvent[]; isFinal?: boolean }>;
  /** Each request as it came: path with query, headers. */
  asked: { url: string; headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
};

const KEY = 'the-key';

/**
 * Speaks what is documented of Suivi v2: a key in a header, one object for one number and a list for several, a return
 * code of each, 104 for a letter it does not know, and a quota by the minute.
 */
export async function openLaPosteServer(): Promise<LaPosteServer> {
  const server = createServer((request, response) => {
    self.asked.push({ url: request.url ?? '', headers: request.headers });
    answer(self, request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const self: LaPosteServer = {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/suivi/v2`,
    weather: 'fine',
    letters: new Map(),
    asked: [],
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return self;
}

function answer(self: LaPosteServer, request: IncomingMessage, response: ServerResponse): void {
  const { weather } = self;
  const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  const page = (status: number) =>
    response.writeHead(status, { 'content-type': 'text/html' }).end('<html><body>Une page</body></html>');
  const unauthorized = { code: 'UNAUTHORIZED', message: 'This action requires an authorization' };
  if (weather === 'key' || request.headers['x-okapi-key'] !== KEY) return void json(401, unauthorized);
  if (weather === 'down') return void page(503);
  if (weather === 'page') return void page(200);
  if (weather === 'not_found_page') return void page(404);
  if (weather === 'slow') return;
  if (weather === 'elsewhere') return void response.writeHead(302, { location: `${self.url}/elsewhere` }).end();
  if (weather === 'half')
    return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"returnCode":200,"shipm');
  if (typeof weather === 'object')
    return void json(
      429,
      { code: 'QUOTA', message: 'max quota reached 100 calls per minute' },
      weather.busy === null ? {} : { 'retry-after': weather.busy },
    );
  const { pathname } = new URL(request.url ?? '', self.url);
  const numbers = pathname.split('/').at(-1)?.split(',') ?? [];
  const items = numbers.map((number) => itemOf(self, number));
  if (weather === 'one_fault' && items.some(({ returnCode }) => returnCode === 400) && items.length > 1)
    return void page(400);
  const [only] = items;
  if (items.length > 1 || only === undefined) return void json(200, items);
  json(only.returnCode === 104 ? 404 : only.returnCode, only);
}

function itemOf({ letters }: LaPosteServer, number: string) {
  if (!/^[0-9A-Z]{11,15}$/.test(number) || number.endsWith('BADBAD'))
    return {
      lang: 'fr_FR',
      scope: 'open',
      returnCode: 400,
      returnMessage: 'Votre numéro est inconnu. Merci de vérifier que le format est correct.',
      idShip: number,
    };
  const letter = letters.get(number);
  if (letter === undefined)
    return { lang: 'fr_FR', scope: 'open', returnCode: 104, returnMessage: 'Aucune information', idShip: number };
  return {
    lang: 'fr_FR',
    scope: 'open',
    returnCode: 200,
    shipment: {
      idShip: number,
      holder: 1,
      product: 'Lettre recommandée avec AR',
      isFinal: letter.isFinal ?? false,
      entryDate: letter.events.at(-1)?.date,
      // The latest stands first.
      event: letter.events.map(({ code, label, date }, order) => ({
        order,
        label: label ?? `État ${code}`,
        date,
        code,
      })),
      timeline: [{ id: 1, shortLabel: 'Pris en charge', date: null, status: true, type: 1 }],
      contextData: { deliveryChoice: { deliveryChoice: 0 }, originCountry: 'FR', arrivalCountry: 'FR' },
    },
  };
}
