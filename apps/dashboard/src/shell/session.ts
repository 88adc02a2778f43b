import { createAuthClient } from 'better-auth/client';
import { forgetDrafts } from './drafts.ts';
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
  forgetDrafts();
  window.location.assign('/sign-in');
}

/** Ends every session of this person, on this machine and on others. False: it could not be reached. */
export async function signOutEverywhere(): Promise<boolean> {
  const answer = await accounts.revokeSessions().catch(() => null);
  // One that has ended already has nothing left to end.
  if (answer === null || (answer.error !== null && answer.error.status !== 401)) return false;
  queryClient.clear();
  forgetDrafts();
  window.location.assign('/sign-in');
  return true;
}

export type PasswordFault =
  | 'current_missing'
  | 'wrong_current'
  | 'too_short'
  | 'too_long'
  | 'guessable'
  | 'same'
  | 'too_many'
  | 'signed_out'
  | 'no_connection';

const FAULT_OF: Record<string, PasswordFault> = {
  INVALID_PASSWORD: 'wrong_current',
  PASSWORD_TOO_SHORT: 'too_short',
  PASSWORD_TOO_LONG: 'too_long',
  PASSWORD_GUESSABLE: 'guessable',
};

/** Changes the password; every other session of this person ends with it. */
export async function changePassword(currentPassword: string, newPassword: string): Promise<PasswordFault | null> {
  try {
    const { error } = await accounts.changePassword({ currentPassword, newPassword, revokeOtherSessions: true });
    if (error === null) return null;
    if (error.status === 429) return 'too_many';
    if (error.status === 401) return 'signed_out';
    return FAULT_OF[error.code ?? ''] ?? 'no_connection';
  } catch {
    return 'no_connection';
  }
}
