import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@suivi/contracts/me';
import type { Words } from '@suivi/rules/vocabulary';
import type { Platform } from '../platform/platform.ts';
import { PLATFORM } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import type { Auth } from './auth.ts';
import { AUTH } from './auth.ts';
import type { RequestOfPerson } from './person.ts';
import { NO_CLIENTS, notSignedIn, OPEN_ROUTE, ROLES_OF_ROUTE } from './person.ts';
import { findPerson } from './find-person.ts';

const CHANGES_NOTHING = new Set(['GET', 'HEAD', 'OPTIONS']);
const MEMBERS: Role[] = ['adviser', 'lead', 'admin'];

/** Closed unless a session opens it: every route is a member's, unless it says otherwise. */
@Injectable()
export class SessionGuard implements CanActivate {
  readonly #origin: string;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {
    this.#origin = new URL(platform.config.APP_URL).origin;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(OPEN_ROUTE, places)) return true;
    const request = context.switchToHttp().getRequest<RequestOfPerson>();
    const person = await findPerson(this.platform, this.auth, request.headers);
    if (!person) throw notSignedIn();
    // Known from here on: a refusal speaks the person's language.
    request.person = person;
    const roles = this.reflector.getAllAndOverride<Role[]>(ROLES_OF_ROUTE, places) ?? MEMBERS;
    if (!roles.includes(person.role)) {
      this.platform.log.warn({ userId: person.userId, method: request.method, path: request.path }, 'refused by role');
      throw new Problem(403, 'not_allowed', notAllowed(roles));
    }
    this.#refuseForeignOrigin(request);
    return true;
  }

  /** The cookie is SameSite=Lax; what a browser still sends along from elsewhere is refused here. */
  #refuseForeignOrigin({ method, headers }: RequestOfPerson) {
    if (CHANGES_NOTHING.has(method)) return;
    const from = headers.origin;
    const site = headers['sec-fetch-site'];
    const foreign =
      (from !== undefined && from !== this.#origin) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none');
    if (foreign)
      throw new Problem(403, 'foreign_origin', {
        en: 'Open Suivi at its own address, then try again.',
        fr: 'Ouvrez Suivi à sa propre adresse, puis réessayez.',
      });
  }
}

function notAllowed(roles: Role[]): Words {
  if (roles.includes('operator') && roles.length === 1)
    return { en: 'This is for the operator of the platform.', fr: 'C’est réservé à l’opérateur de la plateforme.' };
  if (roles.includes('adviser')) return NO_CLIENTS;
  if (roles.includes('lead'))
    return {
      en: 'This is for a lead or an admin of your agency. Ask one of them.',
      fr: 'C’est réservé aux responsables et administrateurs de votre agence. Demandez à l’un d’eux.',
    };
  return {
    en: 'This is for an admin of your agency. Ask one of them.',
    fr: 'C’est réservé aux administrateurs de votre agence. Demandez à l’un d’eux.',
  };
}
