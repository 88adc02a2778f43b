// Speaks to a running Suivi through its API, as one signed-in person.

/** What the person at the terminal can act on: it is printed without a stack. */
export class Refused extends Error {}

/** @throws Refused when Suivi does not run or does not know the person */
export async function signIn(url, email, password) {
  const { origin } = new URL(url);
  let cookie = '';
  async function ask(method, route, body) {
    const headers = {
      origin,
      ...(cookie && { cookie }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    const asked = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answer = await fetch(`${origin}/api${route}`, asked).catch(() => {
      throw new Refused(
        `Suivi does not answer at ${origin}. Start it with  npm start  in another window, then try again.`,
      );
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : null;
    if (answer.ok) return { value: json ?? text, answer };
    throw new Refused(json?.detail ?? json?.message ?? `${origin} answered ${answer.status}.`);
  }
  const { answer } = await ask('POST', '/auth/sign-in/email', { email, password });
  cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (...asked) => (await ask(...asked)).value;
}
