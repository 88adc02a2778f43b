import type { Words } from '@suivi/rules/vocabulary';
import { plainText } from '../files/search-text.ts';
import type { Read } from './values.ts';

/** Countries as people write them: the code, the name in French or English, the nationality. */

/** What is written for a country beside its name. */
const ALSO: Record<string, string> = {
  AE: 'emirien emirienne emirati uae',
  AF: 'afghan afghane',
  AL: 'albanais albanaise albanian',
  AM: 'armenien armenienne armenian',
  AR: 'argentin argentine argentinian argentine',
  AT: 'autrichien autrichienne austrian',
  AU: 'australien australienne australian aus',
  BE: 'belge belgian',
  BG: 'bulgare bulgarian',
  BR: 'bresilien bresilienne brazilian',
  CA: 'canadien canadienne canadian',
  CD: 'rdc',
  CH: 'suisse swiss',
  CI: 'ivoirien ivoirienne ivorian',
  CL: 'chilien chilienne chilean',
  CM: 'camerounais camerounaise cameroonian',
  CN: 'chinois chinoise chinese',
  CO: 'colombien colombienne colombian',
  CZ: 'tcheque czech',
  DE: 'allemand allemande german',
  DK: 'danois danoise danish',
  DZ: 'algerien algerienne algerian',
  EE: 'estonien estonienne estonian',
  EG: 'egyptien egyptienne egyptian',
  ES: 'espagnol espagnole spanish',
  FI: 'finlandais finlandaise finnish',
  FR: 'francais francaise french',
  GB: 'uk britannique british anglais anglaise english ecossais ecossaise scottish gallois galloise welsh angleterre england ecosse scotland',
  GR: 'grec grecque greek',
  HR: 'croate croatian',
  HU: 'hongrois hongroise hungarian',
  ID: 'indonesien indonesienne indonesian',
  IE: 'irlandais irlandaise irish',
  IL: 'israelien israelienne israeli',
  IN: 'indien indienne indian',
  IR: 'iranien iranienne iranian',
  IS: 'islandais islandaise icelandic',
  IT: 'italien italienne italian',
  JP: 'japonais japonaise japanese',
  KR: 'coreen coreenne korean coree korea',
  LB: 'libanais libanaise lebanese',
  LT: 'lituanien lituanienne lithuanian',
  LU: 'luxembourgeois luxembourgeoise luxembourger',
  LV: 'letton lettone latvian',
  MA: 'marocain marocaine moroccan',
  MG: 'malgache malagasy',
  MT: 'maltais maltaise maltese',
  MX: 'mexicain mexicaine mexican',
  NG: 'nigerian nigeriane',
  NL: 'neerlandais neerlandaise hollandais hollandaise dutch hollande holland',
  NO: 'norvegien norvegienne norwegian',
  NZ: 'neozelandais neozelandaise',
  PE: 'peruvien peruvienne peruvian',
  PH: 'philippin philippine filipino filipina',
  PK: 'pakistanais pakistanaise pakistani',
  PL: 'polonais polonaise polish',
  PT: 'portugais portugaise portuguese',
  RO: 'roumain roumaine romanian',
  RS: 'serbe serbian',
  RU: 'russe russian',
  SE: 'suedois suedoise swedish',
  SG: 'singapourien singapourienne singaporean',
  SI: 'slovene slovenian',
  SK: 'slovaque slovak',
  SN: 'senegalais senegalaise senegalese',
  SY: 'syrien syrienne syrian',
  TH: 'thailandais thailandaise thai',
  TN: 'tunisien tunisienne tunisian',
  TR: 'turc turque turkish',
  TW: 'taiwanais taiwanaise taiwanese',
  UA: 'ukrainien ukrainienne ukrainian',
  US: 'usa americain americaine american amerique etatsunien etatsunienne',
  VN: 'vietnamien vietnamienne vietnamese',
  ZA: 'sudafricain sudafricaine',
};
const PHRASES: Record<string, string> = {
  'neo zelandais': 'NZ',
  'neo zelandaise': 'NZ',
  'new zealander': 'NZ',
  'sud africain': 'ZA',
  'sud africaine': 'ZA',
  'south african': 'ZA',
  'coree du sud': 'KR',
  'south korea': 'KR',
  'south korean': 'KR',
  'u s a': 'US',
  'u s': 'US',
  'u k': 'GB',
  'great britain': 'GB',
  'grande bretagne': 'GB',
  'republique tcheque': 'CZ',
  'czech republic': 'CZ',
  'etats unis d amerique': 'US',
};

const withoutArticle = (text: string) => plainText(text).replace(/^(the|les|le|la|l) /, '');

function everyName(): Map<string, string> {
  const names = new Map<string, string>();
  const spoken = ['en', 'fr'].map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const code of letters.flatMap((a) => letters.map((b) => a + b))) {
    // EU, UN and the private codes name no country; UK and a few more are old names of another code.
    if (/^(EU|EZ|UN|QO|X[A-JL-Z]|ZZ|A[ABC])$/.test(code)) continue;
    if (Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
    for (const language of spoken) {
      const name = language.of(code);
      if (!name) continue;
      names.set(code.toLowerCase(), code);
      names.set(withoutArticle(name), code);
      names.set(withoutArticle(name.replace('&', 'and')), code);
    }
  }
  for (const [code, words] of Object.entries(ALSO)) for (const word of words.split(' ')) names.set(word, code);
  for (const [phrase, code] of Object.entries(PHRASES)) names.set(phrase, code);
  return names;
}

let names: Map<string, string> | null = null;

const lookUp = (text: string): string | null => {
  names ??= everyName();
  return names.get(withoutArticle(text)) ?? null;
};

const unknown = (text: string): Words => ({
  en: `We do not know the country "${text}". Write its two letters (GB, US) or its name.`,
  fr: `Le pays « ${text} » n’est pas connu. Écrivez ses deux lettres (GB, US) ou son nom.`,
});

/** One country: `GB`, `Royaume-Uni`, `United Kingdom`, `britannique`. */
export function readCountry(cell: string): Read<string> {
  const code = lookUp(cell);
  return code ? { ok: true, value: code } : { ok: false, reason: unknown(cell) };
}

/** One or several: `US/FR`, `française et américaine`. */
export function readCountries(cell: string): Read<string[]> {
  const whole = lookUp(cell);
  if (whole) return { ok: true, value: [whole] };
  const codes: string[] = [];
  for (const part of cell.split(/[,;/+&|]| et | and /i)) {
    if (part.trim() === '') continue;
    const code = lookUp(part);
    if (!code) return { ok: false, reason: unknown(part.trim()) };
    if (!codes.includes(code)) codes.push(code);
  }
  return codes.length > 0 ? { ok: true, value: codes } : { ok: false, reason: unknown(cell) };
}
