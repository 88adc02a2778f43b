import { readFile } from '@suivi/rules/read-file';
import { describe, expect, it } from 'vitest';
import { eventOf, eventTitle } from './pack-words.ts';

const family = readFile({
  id: 'F-0001',
  openedOn: '2026-01-12',
  applicant: {
    category: 'resident',
    birthDate: '1961-04-12',
    birthCountry: 'US',
    nationalities: ['US'],
    language: 'en',
    address: { postcode: '24000' },
    members: [
      { id: 'm1', relation: 'child', birthDate: '2015-03-01' },
      { id: 'm2', relation: 'partner', birthDate: '1963-08-30' },
    ],
  },
  events: [
    { id: 'e1', type: 'document_received', on: '2026-01-13', document: 'rib' },
    { id: 'e2', type: 'document_verified', on: '2026-01-13', document: 'application_form' },
    { id: 'e3', type: 'document_verified', on: '2026-01-13', document: 'application_form', member: 'm1' },
    { id: 'e4', type: 'document_rejected', on: '2026-01-13', document: 'identity', member: 'm2', fault: 'outdated' },
    { id: 'e5', type: 'office_visited', on: '2026-01-14' },
  ],
});

describe('a line of the proof pack’s index', () => {
  it('names the paper, and whose it is when it is not the client’s own', () => {
    if (!('file' in family)) throw new Error(JSON.stringify(family));
    const { events, applicant } = family.file;
    expect(
      events.map((event) => [eventTitle(event, applicant).replaceAll('\u00a0', ' '), eventOf(event, applicant)]),
    ).toEqual([
      ['Pièce reçue : RIB', null],
      ['Pièce vérifiée : Formulaire de demande (S1106)', null],
      ['Pièce vérifiée : Formulaire pour les enfants (S3705)', 'Enfant (1ᵉʳ mars 2015)'],
      ['Pièce à refaire : Passeport ou carte d’identité', 'Conjoint (30 août 1963)'],
      ['Démarche à l’accueil de la caisse', null],
    ]);
  });
});
