import type { ImportField } from '@suivi/contracts/imports';
import { plainText } from '../files/search-text.ts';
import { isNumberHeading } from './social-security-cells.ts';

/** What a column's heading says that the column holds, in French or English, blind to accents and case. */

export type Certainty = 'sure' | 'confirm' | 'none';
export type Guess = { field: ImportField; certainty: Certainty };

/** Headings that can mean one thing only, as `plainText` leaves them. */
const KNOWN: Partial<Record<ImportField, string>> = {
  reference:
    'ref | reference | ref dossier | reference dossier | n dossier | no dossier | numero dossier | numero de dossier | file | file no | file number | file reference | id dossier | code client',
  last_name: 'nom | nom de famille | nom usuel | nom du client | last name | lastname | surname | family name',
  first_name: 'prenom | prenoms | first name | firstname | given name | given names | forename',
  email:
    'email | e mail | mail | courriel | adresse email | adresse e mail | adresse mail | email address | e mail address',
  telephone:
    'telephone | tel | portable | mobile | gsm | phone | phone number | mobile phone | telephone portable | numero de telephone | tel portable',
  language: 'langue | langue du client | langue de correspondance | language | lang',
  birth_date:
    'date de naissance | ne le | nee le | ne e le | naissance | birth date | birthdate | date of birth | dob | born | born on',
  birth_country: 'pays de naissance | ne a | country of birth | birth country | born in | lieu de naissance pays',
  nationality: 'nationalite | nationalites | nationality | nationalities | citizenship',
  category:
    'situation | categorie | statut | category | status | situation du client | situation professionnelle | profil',
  arrived_on:
    'arrivee en france | arrivee | date d arrivee | date d arrivee en france | arrive en france le | arrive le | arrived on | arrival | arrival date | arrived in france | date of arrival | in france since | en france depuis',
  activity_starts_on:
    'debut d activite | debut activite | date de debut d activite | date d embauche | embauche le | debut du contrat | prise de poste | activity starts | activity starts on | activity start | job starts | start of work | employment start | contract start',
  studies_start_on:
    'debut des etudes | debut d etudes | rentree | date de rentree | studies start | studies start on | start of studies | term starts',
  married: 'marie | mariee | marie e | married',
  street:
    'adresse | rue | voie | adresse postale | adresse 1 | address | street | street address | address line 1 | address 1',
  postcode: 'code postal | cp | postcode | post code | postal code | zip | zip code',
  town: 'ville | commune | localite | town | city',
  caisse: 'caisse | cpam | caisse cpam',
  residence_permit:
    'titre de sejour | titre | type de titre | visa | type de visa | residence permit | permit | permit type | visa type',
  permit_validated_on:
    'visa valide le | vls ts valide le | titre valide le | validation du visa | date de validation du visa | validation vls ts | visa validated on | visa validated | permit validated on | vls ts validated on',
  permit_valid_until:
    'fin du titre | fin de titre | titre valable jusqu au | fin de validite du titre | expiration du titre | date d expiration du titre | fin du visa | permit valid until | permit until | permit expires | permit expires on | permit ends | visa expires | visa valid until',
  private_insurance_until:
    'assurance privee jusqu au | fin d assurance privee | fin assurance privee | fin de l assurance privee | private insurance until | private cover until | private insurance ends | cover ends',
  event_file_submitted:
    'dossier envoye le | dossier envoye | envoye le | date d envoi | date d envoi du dossier | posted on | file posted | file posted on | posted | file sent on | file sent | date sent | submitted on',
  tracking_number:
    'numero de suivi | no de suivi | n de suivi | suivi | numero de recommande | numero lrar | n recommande | no recommande | tracking number | tracking | tracking no',
  event_post_delivered:
    'ar recu le | ar recu | ar le | ar | accuse de reception | accuse de reception le | accuse de reception recu le | recu par la cpam | recu par la cpam le | received by cpam | received by cpam on | delivered | delivered on | receipt | receipt on',
  event_attestation:
    'attestation recue le | attestation recue | attestation de droits recue le | attestation le | attestation received | attestation received on | attestation on',
  event_card_ordered:
    'carte commandee le | carte commandee | carte vitale commandee le | carte demandee le | card ordered | card ordered on',
  event_card_received:
    'carte recue le | carte recue | carte vitale recue le | carte vitale recue | card received | card received on',
  adviser:
    'conseiller | conseillere | charge de dossier | referent | responsable | adviser | advisor | case manager | handled by',
};

/**
 * Numbers are looked at by a person: a column of that name may hold the digits themselves, which Suivi refuses.
 * The rest of the list are words that often, not always, mean the field.
 */
const LIKELY: [RegExp, ImportField][] = [
  [/\b(provisoire|nia|provisional|temporary number)\b/, 'event_provisional_number'],
  [/\b(definitif|definitive)\b|^(n|no|numero|nir|number) (recu|received)( le| on)?$/, 'event_number'],
  [/\battestation\b/, 'event_attestation'],
  [/\b(carte|card)\b.*\b(command|demand|order)/, 'event_card_ordered'],
  [/\b(carte|card)\b.*\b(recu|receiv)/, 'event_card_received'],
  [/\b(ar|accuse|receipt|delivered)\b/, 'event_post_delivered'],
  [/\b(suivi|recommande|tracking)\b/, 'tracking_number'],
  [/\b(envoye|envoi|posted|poste|depose|sent)\b/, 'event_file_submitted'],
  [/\b(courriel|e ?mail|mail)\b/, 'email'],
  [/\b(tel|telephone|portable|mobile|phone)\b/, 'telephone'],
  [/\bpays\b.*\bnaissance\b|\bcountry\b.*\bbirth\b/, 'birth_country'],
  [/\b(naissance|birth)\b/, 'birth_date'],
  [/\bnationalit/, 'nationality'],
  [/\bcode postal\b|\bpost ?code\b/, 'postcode'],
  [/\b(ville|commune|town|city)\b/, 'town'],
  [/\barriv/, 'arrived_on'],
  [/\b(titre|permit|visa)\b.*\b(fin|jusqu|expir|until|end)/, 'permit_valid_until'],
  [/\b(fin|expiration|end)\b.*\b(titre|permit|visa)\b/, 'permit_valid_until'],
  [/\b(titre|permit|visa)\b.*\b(valide|validat)/, 'permit_validated_on'],
  [/\b(titre|permit|visa)\b/, 'residence_permit'],
  [/\bassurance\b|\binsurance\b/, 'private_insurance_until'],
  [/\bprenom|\bfirst name\b/, 'first_name'],
  [/\bnom\b|\bsurname\b|\blast name\b/, 'last_name'],
  [/\bconseill|\badvis/, 'adviser'],
  [/\bref\b|\breference\b/, 'reference'],
];

const FIELD_OF = new Map(
  Object.entries(KNOWN).flatMap(([field, headings]) =>
    headings.split('|').map((heading) => [heading.trim(), field as ImportField] as const),
  ),
);

function guessOne(heading: string): Guess {
  const plain = plainText(heading.replace(/[°º]/g, 'o '));
  // A column of social security numbers is left out: its cells were emptied before anything was kept.
  if (plain === '' || isNumberHeading(heading)) return { field: 'ignore', certainty: 'none' };
  const known = FIELD_OF.get(plain);
  if (known) return { field: known, certainty: 'sure' };
  const likely = LIKELY.find(([words]) => words.test(plain))?.[1];
  return likely ? { field: likely, certainty: 'confirm' } : { field: 'ignore', certainty: 'none' };
}

/** What each column is taken for. Of two columns for one field the surer is taken, else the first. */
export function guessColumns(headings: readonly string[]): Guess[] {
  const guesses = headings.map(guessOne);
  for (const wanted of ['sure', 'confirm'] as const)
    guesses.forEach((guess, at) => {
      if (guess.certainty !== wanted || guess.field === 'ignore') return;
      const taken = guesses.some((other, place) => other.field === guess.field && isSurer(other, place, guess, at));
      if (taken) guesses[at] = { field: 'ignore', certainty: 'confirm' };
    });
  return guesses;
}

const isSurer = (other: Guess, place: number, guess: Guess, at: number): boolean =>
  place !== at && (other.certainty === guess.certainty ? place < at : other.certainty === 'sure');
