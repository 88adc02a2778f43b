import type { Auth } from './auth.ts';

export type NewUser = { email: string; name: string; password: string };

/**
 * The account of a person whom an admin or the seed enters; nobody signs up by themselves. One that exists keeps its
 * password.
 * @returns the user's id
 */
export async function ensureUser(auth: Auth, { email, name, password }: NewUser): Promise<string> {
  const { internalAdapter, password: passwords } = await auth.$context;
  const known = await internalAdapter.findUserByEmail(email);
  if (known) return known.user.id;
  const user = await internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'email-password' });
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: await passwords.hash(password),
  });
  return user.id;
}
