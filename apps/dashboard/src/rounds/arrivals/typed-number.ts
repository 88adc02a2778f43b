import { checkNumber, containsNir } from '@suivi/rules/numbers/nir';

/** Whether somebody has put a social security number, permanent or not, whole or nearly, where a name belongs. */
export const holdsNumber = (text: string): boolean => containsNir(text) || checkNumber(text) !== 'unknown_form';
