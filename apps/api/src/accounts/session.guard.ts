import { Inject, Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Role } from '@suivi/contracts/me';
import type { Platform } from '../platform/platform.ts';
import { PLATFORM } from '../platform/platform.ts';
import { Problem } from '../platform/problem.ts';
import type { Auth } from './auth.ts';
import { AUTH } from './auth.ts';
import type { RequestOfPerson } from './person.ts';
import { OPEN_ROUTE, ROLES_OF_ROUTE } from './person.ts';
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
    if (!person) throw new Problem(401, 'not_signed_in', 'Sign in, then try again.');
    const roles = this.reflector.getAllAndOverride<Role[]>(ROLES_OF_ROUTE, places) ?? MEMBERS;
    if (!roles.includes(person.role)) {
      this.platform.log.warn({ userId: person.userId, method: request.method, path: request.path }, 'refused by role');
      throw new Problem(403, 'not_allowed', notAllowed(roles));
    }
    this.#refuseForeignOrigin(request);
    request.person = person;
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
    if (foreign) throw new Problem(403, 'foreign_origin', 'Open Suivi at its own address, then try again.');
  }
}

function notAllowed(roles: Role[]): string {
  if (roles.includes('operator') && roles.length === 1) return 'This is for the operator of the platform.';
  if (roles.includes('adviser')) return 'This is for the members of an agency: an operator sees no client data.';
  return `This is for ${roles.includes('lead') ? 'a lead or an admin' : 'an admin'} of your agency. Ask one of them.`;
}
