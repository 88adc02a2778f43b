import type { PipeTransform } from '@nestjs/common';
import { Id } from '@suivi/contracts/words';
import { notFound } from './problem.ts';
import type { Thing } from './problem.ts';

/** An id in an address. What is none names nothing, and gets the answer that nothing gets. */
export class KnownId implements PipeTransform<string, string> {
  readonly #what: Thing;
  constructor(what: Thing) {
    this.#what = what;
  }

  transform(value: string): string {
    if (!Id.safeParse(value).success) throw notFound(this.#what);
    return value.toLowerCase();
  }
}
