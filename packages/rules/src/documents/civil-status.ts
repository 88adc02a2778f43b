import { EEA_AND_SWITZERLAND, EUROPEAN_UNION, FRANCE } from '../countries.ts';
import { conditional, filesS1106, notListed, notNeeded, required, type DocumentRule, type Need } from './rule.ts';
import type { Situation } from './situation.ts';

/** The papers from which the permanent number is made. */

/** An incomplete file waits, unless the agency posts without them: the number needs them within nine months. */
const neededFor = ({ postWithoutBirthCertificate }: Situation) =>
  postWithoutBirthCertificate ? ('number' as const) : ('submission' as const);

/** Who has, or had, a French number brings no civil-status papers. */
function alreadyKnown({ bornInFrance, formerlyInsuredInFrance }: Situation): Need | null {
  if (bornInFrance)
    return notNeeded(
      'Born in France: the number comes from the birth register.',
      'Naissance en France : le numéro vient du registre des naissances.',
    );
  if (formerlyInsuredInFrance)
    return notNeeded(
      'Insured in France before: the number exists already.',
      'Déjà assuré en France par le passé : le numéro existe.',
    );
  return null;
}

/** Whether a birth certificate is asked for at all; null when it is. */
function noBirthCertificate(situation: Situation): Need | null {
  if (situation.category === 'posted_worker') return notListed(situation);
  return alreadyKnown(situation);
}

const COUNTRY_UNKNOWN: [en: string, fr: string] = [
  'It is not known yet where the birth certificate was issued.',
  'Le pays qui a établi l’acte de naissance n’est pas encore connu.',
];

export const birthCertificate: DocumentRule = {
  document: 'birth_certificate',
  neededFor,
  source: 'ameli/ne-etranger',
  need(situation) {
    const none = noBirthCertificate(situation);
    if (none !== null) return none;
    if (situation.category === 'frontier_worker')
      return conditional(
        'Born abroad: the number needs it, though the sources name the option form alone.',
        'Naissance à l’étranger : le numéro en dépend, mais les sources ne citent que le formulaire.',
      );
    return required(
      'Born abroad: the permanent number is made from it, within nine months; one guide wants it under three months old.',
      'Naissance à l’étranger : le numéro définitif en vient, sous neuf mois ; un guide le veut de moins de trois mois.',
    );
  },
};

/** Languages of an older list of CPAM, by which no translation was needed. The law knows no such list, and we follow it. */
const ONCE_TOLERATED: ReadonlySet<string> = new Set(
  'sq hr cs da nl en fi de hu it lv lt no nb nn pl pt ro sk es sv tr'.split(' '),
);
/** EU countries whose papers the student site wants translated. */
const TRANSLATED_FOR_STUDENTS: ReadonlySet<string> = new Set(['GR', 'BG']);

const OLD_LIST = { en: 'the translation of the birth certificate', fr: 'la traduction de l’acte de naissance' };

export const birthCertificateTranslation: DocumentRule = {
  document: 'birth_certificate_translation',
  neededFor,
  source: 'service-public/F16467',
  need(situation) {
    const none = noBirthCertificate(situation);
    if (none !== null) return none;
    const { certificateCountry: country, certificateLanguage: language } = situation;
    if (country === null || language === null) return conditional(...COUNTRY_UNKNOWN);
    if (language === 'fr')
      return notNeeded(`The certificate (${country}) is in French.`, `L’acte (${country}) est rédigé en français.`);
    if (situation.category === 'student' && TRANSLATED_FOR_STUDENTS.has(country))
      return required(
        `The student site asks for a translation of Greek and Bulgarian certificates (${country}, ${language}).`,
        `Le site étudiant demande la traduction des actes grecs et bulgares (${country}, ${language}).`,
        { source: 'campusfrance/301673' },
      );
    if (FRANCE.has(country) || EEA_AND_SWITZERLAND.has(country))
      return notNeeded(
        `The certificate (${country}, ${language}) comes from the EEA or Switzerland: no translation.`,
        `L’acte (${country}, ${language}) vient de l’EEE ou de la Suisse : pas de traduction.`,
      );
    if (situation.category === 'frontier_worker')
      return conditional(
        `Issued outside the EEA and not in French (${country}, ${language}): with the certificate, if it is asked for.`,
        `Établi hors de l’EEE et non en français (${country}, ${language}) : avec l’acte, s’il est demandé.`,
      );
    if (situation.category === 'student' && situation.group === 'eu')
      return required(
        `Issued outside the EEA, not in French (${country}, ${language}); Campus France asks it of non-EU students only.`,
        `Établi hors de l’EEE, non en français (${country}, ${language}) ; Campus France ne le demande que hors UE.`,
        { sourcesDiffer: OLD_LIST },
      );
    if (ONCE_TOLERATED.has(language))
      return required(
        `Issued outside the EEA and not in French (${country}, ${language}); an older CPAM list asked for none.`,
        `Établi hors de l’EEE et non en français (${country}, ${language}) ; une ancienne liste CPAM en dispensait.`,
        { sourcesDiffer: OLD_LIST },
      );
    return required(
      `The certificate (${country}, ${language}) was issued outside the EEA and is not in French.`,
      `L’acte (${country}, ${language}) a été établi hors de l’EEE et n’est pas en français.`,
    );
  },
};

/** Countries whose certificates take an apostille, and the one seen that needs a legalisation instead. */
const APOSTILLE: ReadonlySet<string> = new Set('AR AU CA CL CO HK JP KR MX NZ RU UY'.split(' '));
/** The same of these is common knowledge, but stands on no list that was seen. */
const APOSTILLE_AS_FAR_AS_KNOWN: ReadonlySet<string> = new Set('BR GB IN US'.split(' '));
const LEGALISATION: ReadonlySet<string> = new Set(['TW']);

export const apostille: DocumentRule = {
  document: 'apostille',
  neededFor,
  source: 'service-public/F1402',
  need(situation) {
    const none = noBirthCertificate(situation);
    if (none !== null) return none;
    if (situation.category === 'student')
      return notNeeded('The student site asks for no apostille.', 'Le site étudiant ne demande pas d’apostille.', {
        source: 'campusfrance/301673',
      });
    const { certificateCountry: country } = situation;
    if (country === null) return conditional(...COUNTRY_UNKNOWN);
    if (FRANCE.has(country) || EUROPEAN_UNION.has(country))
      return notNeeded(
        `Certificates issued in the EU (${country}) need neither apostille nor legalisation.`,
        `Les actes établis dans l’UE (${country}) sont dispensés d’apostille et de légalisation.`,
      );
    if (!filesS1106(situation))
      return conditional(
        `Issued in ${country}: with the certificate, if the caisse asks for it.`,
        `Acte établi dans ce pays (${country}) : avec l’acte, si la caisse la demande.`,
      );
    if (APOSTILLE.has(country))
      return required(
        `Certificates issued in ${country} carry an apostille.`,
        `Les actes établis dans ce pays (${country}) portent une apostille.`,
        { source: 'pvtistes/acte-de-naissance' },
      );
    if (APOSTILLE_AS_FAR_AS_KNOWN.has(country))
      return required(
        `Certificates issued in ${country} carry an apostille, as far as is known: the ministry’s table settles it.`,
        `Les actes établis dans ce pays (${country}) portent, à notre connaissance, une apostille : voir le ministère.`,
      );
    if (LEGALISATION.has(country))
      return required(
        `Certificates issued in ${country} are legalised.`,
        `Les actes établis dans ce pays (${country}) sont légalisés.`,
        { source: 'pvtistes/acte-de-naissance' },
      );
    return conditional(
      `Whether a certificate issued in ${country} needs one depends on the treaty: see the ministry’s table.`,
      `Pour un acte établi dans ce pays (${country}), selon convention : voir le tableau du ministère.`,
    );
  },
};

export const marriageCertificate: DocumentRule = {
  document: 'marriage_certificate',
  neededFor: () => 'submission',
  source: 'forum-ameli/3425037',
  need(situation) {
    const { category, married, hasPartner } = situation;
    if (!filesS1106(situation)) return notListed(situation);
    const known = alreadyKnown(situation);
    if (known !== null) return known;
    if (category === 'resident' && married)
      return required(
        'Married: CPAM records the family from it.',
        'Mariage : la CPAM enregistre la famille d’après lui.',
      );
    if (category === 'family_member')
      return married
        ? required('It shows the tie to the insured relative.', 'Il établit le lien avec le proche assuré.')
        : conditional(
            'Needed when the insured relative is the spouse; no marriage is on file.',
            'Nécessaire si le proche assuré est le conjoint ; aucun mariage n’est indiqué.',
          );
    if (married || hasPartner)
      return conditional(
        'A marriage or a partner is on file: some lists ask for it, the one for this category does not.',
        'Un mariage ou un conjoint figure au dossier : certaines listes le demandent, celle de cette catégorie non.',
      );
    return notNeeded('No marriage is on file.', 'Aucun mariage n’est indiqué au dossier.');
  },
};
