import { createParamDecorator, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { Role } from '@suivi/contracts/me';
import type { Language } from '@suivi/rules/vocabulary';
import type { Request } from 'express';
import { Problem } from '../platform/problem.ts';

/** Who sends a request. An operator is of no agency. */
export type Person = {
  userId: string;
  name: string;
  email: string;
  agencyId: string | null;
  role: Role;
  mayOperate: boolean;
  language: Language;
};

/** A person of an agency: whom all routes but the operator's are for. */
export type Colleague = Person & { agencyId: string };

export type RequestOfPerson = Request & { person?: Person };

export const ROLES_OF_ROUTE = Symbol('roles');
export const OPEN_ROUTE = Symbol('open');

/** Who may call a route; without it every member of an agency may, and an operator may not. */
export const Roles = (...roles: Role[]) => SetMetadata(ROLES_OF_ROUTE, roles);
/** A route that asks for no session: health alone. */
export const OpenToAll = () => SetMetadata(OPEN_ROUTE, true);

export const notSignedIn = () =>
  new Problem(401, 'not_signed_in', { en: 'Sign in, then try again.', fr: 'Connectez-vous, puis réessayez.' });
export const NO_CLIENTS = {
  en: 'This is for the members of an agency: an operator sees no client data.',
  fr: 'C’est réservé aux membres d’une agence : un opérateur ne voit aucune donnée de client.',
};

function personOf(context: ExecutionContext): Person {
  const { person } = context.switchToHttp().getRequest<RequestOfPerson>();
  if (!person) throw notSignedIn();
  return person;
}

/** The signed-in person, operators included. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Person => personOf(context));

/** The signed-in member of an agency. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Colleague => {
  const person = personOf(context);
  const { agencyId } = person;
  if (agencyId === null) throw new Problem(403, 'not_allowed', NO_CLIENTS);
  return { ...person, agencyId };
});
