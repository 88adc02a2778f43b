import { describe, expect, it } from 'vitest';
import { guessColumns } from './headings.ts';

const guess = (heading: string) => guessColumns([heading])[0];

describe('headings', () => {
  it.each([
    ['Réf.', 'reference'],
    ['NOM', 'last_name'],
    ['Prénom', 'first_name'],
    ['E-mail', 'email'],
    ['Téléphone', 'telephone'],
    ['Langue', 'language'],
    ['Date de naissance', 'birth_date'],
    ['Date of birth', 'birth_date'],
    ['Nationalité', 'nationality'],
    ['Situation', 'category'],
    ['Arrivée en France', 'arrived_on'],
    ['Code postal', 'postcode'],
    ['ZIP code', 'postcode'],
    ['Ville', 'town'],
    ['Titre de séjour', 'residence_permit'],
    ['Dossier envoyé le', 'event_file_submitted'],
    ['File posted', 'event_file_submitted'],
    ['AR reçu le', 'event_post_delivered'],
    ['Conseiller', 'adviser'],
    ['Surname', 'last_name'],
  ])('%s surely means %s', (heading, field) => expect(guess(heading)).toEqual({ field, certainty: 'sure' }));

  it.each([
    ['N° provisoire le', 'event_provisional_number'],
    ['N° définitif reçu le', 'event_number'],
    ['Date AR', 'event_post_delivered'],
    ['Mail perso', 'email'],
  ])('%s is looked at by a person: %s', (heading, field) =>
    expect(guess(heading)).toEqual({ field, certainty: 'confirm' }),
  );

  it.each(['N° de sécurité sociale', 'NIR', 'Numéro SS', 'Social security number', 'Notes', ''])(
    '%s is left out',
    (heading) => expect(guess(heading)?.field).toBe('ignore'),
  );

  it('gives one field to one column, the surer', () => {
    const fields = guessColumns(['Adresse e-mail pro', 'E-mail', 'Courriel']).map(({ field }) => field);
    expect(fields).toEqual(['ignore', 'email', 'ignore']);
  });
});
