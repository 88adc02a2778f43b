import { createAuthClient } from 'better-auth/client';
import { queryClient } from './queries.ts';

const accounts = createAuthClient({ basePath: '/api/auth' });

export type SignInFault = 'no_match' | 'too_many' | 'no_connection';

/** Signs in; the answer to a wrong email and to a wrong password is the same one. */
export async function signIn(email: string, password: string): Promise<SignInFault | null> {
  try {
    const { error } = await accounts.signIn.email({ email, password });
    if (error === null) {
      queryClient.clear();
      return null;
    }
    if (error.status === 429) return 'too_many';
    return error.status === 0 || error.status >= 500 ? 'no_connection' : 'no_match';
  } catch {
    return 'no_connection';
  }
}

export async function signOut(): Promise<void> {
  await accounts.signOut().catch(() => undefined);
  queryClient.clear();
  window.location.assign('/sign-in');
}
