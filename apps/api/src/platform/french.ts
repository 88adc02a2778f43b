/**
 * What the schemas say of a field, in French. The schemas speak English, since the command line reads them too; people
 * at the dashboard read their own language.
 */
const SENTENCES: Record<string, string> = {
  'A file is one JSON object with id, openedOn, applicant and events.':
    'Un dossier est un objet JSON avec id, openedOn, applicant et events.',
  'A French postcode has five digits.': 'Un code postal français a cinq chiffres.',
  'A language as in ISO 639, in small letters: en, pt, ar.': 'Une langue selon ISO 639, en minuscules : en, pt, ar.',
  'A line of an address holds 38 characters at most.': 'Une ligne d’adresse a 38 caractères au plus.',
  'An address has six lines at most.': 'Une adresse a six lignes au plus.',
  'An envelope takes 38 characters a line.': 'Une enveloppe prend 38 caractères par ligne.',
  'An envelope takes six lines.': 'Une enveloppe prend six lignes.',
  'An event does not go this deep.': 'Un fait ne va pas si profond.',
  'An event is not this long.': 'Un fait n’est pas si long.',
  'An id is not empty.': 'Un identifiant n’est pas vide.',
  'At least one nationality.': 'Au moins une nationalité.',
  'At most 100 characters.': '100 caractères au plus.',
  'At most 200 characters.': '200 caractères au plus.',
  'At most 10,000 characters.': '10 000 caractères au plus.',
  'Enter a name.': 'Saisissez un nom.',
  'Enter the address, line by line.': 'Saisissez l’adresse, ligne par ligne.',
  'Enter the first name.': 'Saisissez le prénom.',
  'Enter the last name.': 'Saisissez le nom.',
  'No address is this long.': 'Aucune adresse n’est aussi longue.',
  'No caisse is known for this postcode: leave this empty and enter the filing address.':
    'Aucune caisse n’est connue pour ce code postal : laissez vide et saisissez l’adresse d’envoi.',
  'No event of the file has this id.': 'Aucun fait du dossier n’a cet identifiant.',
  'No French department has this postcode.': 'Aucun département français n’a ce code postal.',
  'No member of the file has this id.': 'Aucun membre du dossier n’a cet identifiant.',
  'No such type of event.': 'Ce type de fait n’existe pas.',
  'Not a country. Write two capital letters as in ISO 3166-1: US, GB, IN.':
    'Ce n’est pas un pays. Écrivez deux majuscules selon ISO 3166-1 : US, GB, IN.',
  'The birth date lies after the day on which the file was opened.':
    'La date de naissance est postérieure à l’ouverture du dossier.',
  'The address answers this task: record applicant_changed with caisseAddress.':
    'C’est l’adresse qui répond à cette tâche : notez applicant_changed avec caisseAddress.',
  'The documents asked for are sent, not answered: record supplement_sent.':
    'Les pièces demandées s’envoient : notez supplement_sent.',
  'The file is sent, not answered: record file_submitted.': 'Le dossier s’envoie : notez file_submitted.',
  'The file is over 10 MB.': 'Le fichier dépasse 10 Mo.',
  'There is no such field here. Check its spelling, or leave it out.':
    'Ce champ n’existe pas ici. Vérifiez son orthographe, ou retirez-le.',
  'This day does not exist. Write a day as YYYY-MM-DD.': 'Ce jour n’existe pas. Écrivez-le AAAA-MM-JJ.',
  'This day does not exist. Write it as YYYY-MM-DD.': 'Ce jour n’existe pas. Écrivez-le AAAA-MM-JJ.',
  'This event voids itself, directly or by way of others.': 'Ce fait s’annule lui-même, directement ou par d’autres.',
  'This id is used twice. Give each its own.': 'Cet identifiant sert deux fois. Donnez à chacun le sien.',
  'This is missing: nothing known before gives it.': 'Ceci manque : rien de connu auparavant ne le donne.',
  'This is not an email address.': 'Ce n’est pas une adresse e-mail.',
  'This is not right here.': 'Cette valeur ne convient pas ici.',
  'This line is empty.': 'Cette ligne est vide.',
  'This text holds a social security number. Suivi may not keep it: leave it out and record that the number came.':
    'Ce texte contient un numéro de sécurité sociale. Suivi ne peut pas le conserver : retirez-le et notez que le numéro est arrivé.',
  'Three whole numbers from 3 to 90, each greater than the one before.':
    'Trois nombres entiers de 3 à 90, chacun plus grand que le précédent.',
  'Write this on one line, without control characters.': 'Écrivez ceci sur une ligne, sans caractère de contrôle.',
};

/** Sentences that name what may stand there. */
const PATTERNS: [english: RegExp, french: string][] = [
  [/^This is missing\. One of: (.+)\.$/, 'Ceci manque. Parmi : $1.'],
  [/^This is missing\. It is (.+)\.$/, 'Ceci manque.'],
  [/^This must be (.+)\.$/, 'Cette valeur n’a pas la forme attendue.'],
  [/^Unknown\. One of: (.+)\.$/, 'Valeur inconnue. Parmi : $1.'],
  [
    /^This caisse does not serve the postcode\. Choose one of: (.+)\.$/,
    'Cette caisse ne dessert pas ce code postal. Choisissez parmi : $1.',
  ],
  [/^A whole number from (\d+) to (\d+)\.$/, 'Un nombre entier de $1 à $2.'],
  [/^Too big: expected string to have <=(\d+) characters$/, '$1 caractères au plus.'],
];

/** The French of a schema's sentence; the sentence itself where there is none: such a fault comes from a program. */
export function inFrench(sentence: string): string {
  const known = SENTENCES[sentence];
  if (known !== undefined) return known;
  const pattern = PATTERNS.find(([english]) => english.test(sentence));
  return pattern ? sentence.replace(...pattern) : sentence;
}
