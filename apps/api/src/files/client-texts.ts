import type { Client } from '@suivi/contracts/files';
import { containsNir } from '@suivi/rules/numbers/nir';
import { Problem } from '../platform/problem.ts';

export const NIR_FOUND = {
  en: 'This text holds a social security number, which Suivi may not keep. Leave it out.',
  fr: 'Ce texte contient un numéro de sécurité sociale, que Suivi ne peut pas conserver. Retirez-le.',
};

/** Every text of a client is free text: none may hold a social security number. */
export function refuseNumbersIn(client: Partial<Client>, others: Record<string, string | null> = {}) {
  const texts = [
    ...Object.entries(client).map(([name, text]) => [`client.${name}`, text] as const),
    ...Object.entries(others),
  ];
  const errors = texts.flatMap(([path, text]) =>
    typeof text === 'string' && containsNir(text) ? [{ path, message: NIR_FOUND }] : [],
  );
  if (errors.length > 0) throw new Problem(422, 'invalid_request', NIR_FOUND, { errors });
}
