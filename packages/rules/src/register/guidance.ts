import { euros, percent } from '../guidance/euros.ts';
import { yearAndDay, type Figure } from '../guidance/figures.ts';
import {
  CONTRIBUTION,
  CONTRIBUTION_A_DAY,
  DAILY_CHARGE,
  DAILY_CHARGE_PSYCHIATRY,
  EMERGENCY,
  EMERGENCY_REDUCED,
  FRANCHISE,
  HEAVY_ACT,
  HOSPITAL,
  INSIDE,
  LABORATORY,
  LOCAL_FEES,
  LOCAL_LABORATORY,
  LOCAL_MEDICINES,
  LONG_ILLNESS,
  MEDICINES,
  OUTSIDE,
  WITHHELD_A_YEAR,
} from '../guidance/rates.ts';
import { GP, GP_UNDER_6, PAEDIATRICIAN_UNDER_2, SPECIALISTS, TELECONSULTATION } from '../guidance/tariffs.ts';
import type { Words } from '../vocabulary.ts';
import { words, type Rule } from './rule.ts';

/** What care costs and what comes back of it. The sentences take their figures from the data that an estimate reads. */

/** “€25.00 from 1 May 2017, €26.50 from 1 November 2023”; “€1.00 before, €2.00 from 15 May 2024”. */
function course(figures: readonly Figure[]): Words {
  const each = figures.map(({ value, validFrom, older }) => {
    const amount = euros(value);
    const day = yearAndDay(validFrom);
    if (older && figures.length === 1) return amount;
    if (older) return { en: `${amount.en} before`, fr: `${amount.fr} auparavant` };
    return { en: `${amount.en} from ${day.en}`, fr: `${amount.fr} dès le ${day.fr}` };
  });
  return { en: each.map(({ en }) => en).join(', '), fr: each.map(({ fr }) => fr).join(', ') };
}
const latest = (figures: readonly Figure[]): number => figures[figures.length - 1]?.value ?? 0;
const rate = (figures: readonly Figure[]): Words => percent(latest(figures));
const amount = (figures: readonly Figure[]): Words => euros(latest(figures));

const [gp, child, video] = [course(GP), course(GP_UNDER_6), amount(TELECONSULTATION)];
const { psychiatrist, gynaecologist, neurologist, geriatrician } = SPECIALISTS;
const rises = (figures: readonly Figure[]): Words => ({
  en: figures.map(({ value }) => euros(value).en).join(' → '),
  fr: figures.map(({ value }) => euros(value).fr).join(' → '),
});
const [psy, gyn, neuro, paed, geri] = [
  psychiatrist,
  gynaecologist,
  neurologist,
  PAEDIATRICIAN_UNDER_2,
  geriatrician,
].map(rises) as [Words, Words, Words, Words, Words];
const [inside, outside] = [rate(INSIDE), rate(OUTSIDE)];
const [contribution, aDay, aYear] = [course(CONTRIBUTION), euros(CONTRIBUTION_A_DAY), euros(WITHHELD_A_YEAR)];
const franchise = course(FRANCHISE);
const classes = ([15, 30, 65, 100] as const).map((one) => rate(MEDICINES[one]));
const [daily, ward] = [course(DAILY_CHARGE), amount(DAILY_CHARGE_PSYCHIATRY)];
const heavy = course(HEAVY_ACT);
const [emergency, reduced] = [course(EMERGENCY), amount(EMERGENCY_REDUCED)];
const [localFees, localTests, localWhite, localBlue] = [
  LOCAL_FEES,
  LOCAL_LABORATORY,
  LOCAL_MEDICINES[65],
  LOCAL_MEDICINES[30],
].map(rate) as [Words, Words, Words, Words];

export const guidanceRules: readonly Rule[] = [
  {
    id: 'care_gp',
    area: 'guidance',
    title: words('What a GP visit costs', 'Le prix d’une consultation chez le généraliste'),
    says: words(
      `A visit to a GP who keeps to the tariffs: ${gp.en}. Under 6: ${child.en}; by video: ${video.en}.`,
      `Une consultation chez un généraliste au tarif : ${gp.fr}. Avant 6 ans : ${child.fr} ; à distance : ${video.fr}.`,
    ),
    sources: ['service-public/F17042', 'hyperassur/gp-2023', 'verspieren/tariffs'],
    makes: [],
  },
  {
    id: 'care_specialists',
    area: 'guidance',
    title: words('What a visit to a specialist costs', 'Le prix d’une consultation de spécialiste'),
    says: words(
      `From December 2024, then from January 2026: psychiatrist ${psy.en}, medical gynaecologist ${gyn.en}, neurologist ${neuro.en}, paediatrician under 2 ${paed.en}; geriatrician ${geri.en} in 2026. Others are read off the care form.`,
      `Depuis décembre 2024, puis janvier 2026 : psychiatre ${psy.fr}, gynécologue médical ${gyn.fr}, neurologue ${neuro.fr}, pédiatre avant 2 ans ${paed.fr} ; gériatre ${geri.fr} en 2026. Les autres se lisent sur la feuille de soins.`,
    ),
    sources: ['econostrum/2026', 'comparez-nous/2026', 'adp/2026', 'verspieren/tariffs'],
    differs: ['specialists_2026'],
    makes: [],
  },
  {
    id: 'care_pathway',
    area: 'guidance',
    title: words('Inside and outside the care pathway', 'Dans le parcours de soins et hors de lui'),
    says: words(
      `${inside.en} of the tariff with the declared GP or by their advice, ${outside.en} otherwise. With a declared GP a gynaecologist, ophthalmologist or stomatologist may be seen first, and a psychiatrist from 16 to 25. Under 16 nothing is cut.`,
      `${inside.fr} du tarif chez le médecin traitant ou sur son avis, ${outside.fr} sinon. Médecin traitant déclaré, gynécologue, ophtalmologue et stomatologue se consultent directement, et un psychiatre de 16 à 25 ans. Avant 16 ans, aucune baisse.`,
    ),
    sources: [
      'service-public/F17042',
      'ameli/rates',
      'service-public/F1069',
      'molinari/outside-pathway',
      'masante/under-16',
    ],
    differs: ['outside_pathway'],
    makes: [],
  },
  {
    id: 'care_contribution',
    area: 'guidance',
    title: words('The flat contribution', 'La participation forfaitaire'),
    says: words(
      `Withheld of each visit, test or X-ray: ${contribution.en}; ${aDay.en} a day with one practitioner and ${aYear.en} a year at most. None under 18, with C2S or AME, or from the sixth month of pregnancy.`,
      `Retenue par consultation, analyse ou radio : ${contribution.fr} ; ${aDay.fr} par jour et praticien, ${aYear.fr} par an au plus. Aucune avant 18 ans, avec la C2S ou l’AME, ni dès le sixième mois de grossesse.`,
    ),
    sources: ['cbanque/participation', 'ash/participation', 'ameli/participation-2016', 'quechoisir/contribution'],
    differs: ['flat_day_cap'],
    makes: [],
  },
  {
    id: 'care_medicines',
    area: 'guidance',
    title: words('Prescribed medicines', 'Les médicaments prescrits'),
    says: words(
      `Paid back at ${classes.map(({ en }) => en).join(', ')} by their class. Withheld of each box: ${franchise.en}; ${aYear.en} a year at most. None under 18, with C2S or AME, or from the sixth month of pregnancy.`,
      `Remboursés à ${classes.map(({ fr }) => fr).join(', ')} selon leur classe. Retenus par boîte : ${franchise.fr} ; ${aYear.fr} par an au plus. Rien avant 18 ans, avec la C2S ou l’AME, ni dès le sixième mois de grossesse.`,
    ),
    sources: ['service-public/F21760', 'secu-artistes/franchise', 'quechoisir/franchise', 'ircem/franchise'],
    makes: [],
  },
  {
    id: 'care_laboratory',
    area: 'guidance',
    title: words('Laboratory tests', 'Les analyses de laboratoire'),
    says: words(
      `Tests on prescription are paid back at ${rate(LABORATORY).en} in general, less the flat contribution.`,
      `Les analyses prescrites sont remboursées à ${rate(LABORATORY).fr} en général, moins la participation forfaitaire.`,
    ),
    sources: ['omutuelle/laboratory', 'cbanque/participation'],
    makes: [],
  },
  {
    id: 'care_hospital',
    area: 'guidance',
    title: words('A stay in hospital', 'Un séjour à l’hôpital'),
    says: words(
      `Assurance Maladie pays ${rate(HOSPITAL).en} of the costs, all of them in listed cases and from the 31st day. The daily charge comes on top.`,
      `L’Assurance Maladie paie ${rate(HOSPITAL).fr} des frais, la totalité dans des cas énumérés et dès le 31ᵉ jour. Le forfait journalier s’y ajoute.`,
    ),
    sources: ['service-public/F200', 'ch-alpes-leman/stay'],
    makes: [],
  },
  {
    id: 'care_daily_charge',
    area: 'guidance',
    title: words('The daily charge in hospital', 'Le forfait journalier'),
    says: words(
      `${daily.en}; ${ward.en} in psychiatry since then. The day of leaving counts; a stay within one day owes none.`,
      `${daily.fr} ; ${ward.fr} en psychiatrie depuis lors. Le jour de sortie compte ; un séjour d’un seul jour n’en doit pas.`,
    ),
    sources: ['quechoisir/hospital-2026', 'msa-bourgogne/daily-charge', 'ch-centre-bretagne/stay'],
    makes: [],
  },
  {
    id: 'care_heavy_act',
    area: 'guidance',
    title: words('Acts of €120 or more', 'Les actes de 120 € ou plus'),
    says: words(
      `For an act of €120 or more the patient’s 20% share gives way to a flat one: ${heavy.en}. None for a listed long illness.`,
      `Pour un acte de 120 € ou plus, la part de 20 % du patient est remplacée par un forfait : ${heavy.fr}. Aucun pour une affection de longue durée de la liste.`,
    ),
    sources: ['quechoisir/hospital-2026', 'ameli/flat-24', 'magnolia/participation', 'ch-centre-bretagne/stay'],
    differs: ['heavy_acts_2026'],
    makes: [],
  },
  {
    id: 'care_emergency',
    area: 'guidance',
    title: words('Emergencies without a stay', 'Les urgences sans hospitalisation'),
    says: words(
      `A visit that ends without a stay leaves a flat fee to the patient: ${emergency.en}; ${reduced.en} for a long illness.`,
      `Un passage sans hospitalisation laisse un forfait au patient : ${emergency.fr} ; ${reduced.fr} en affection de longue durée.`,
    ),
    sources: ['quechoisir/hospital-2026', 'boursorama/hospital-2026'],
    makes: [],
  },
  {
    id: 'care_long_illness',
    area: 'guidance',
    title: words('Care for a long illness (ALD)', 'Les soins d’une affection de longue durée (ALD)'),
    says: words(
      `${rate(LONG_ILLNESS).en} of the tariff for the listed illness. The flat contribution, the franchise and the daily charge are still owed.`,
      `${rate(LONG_ILLNESS).fr} du tarif pour la maladie de la liste. La participation, la franchise et le forfait journalier restent dus.`,
    ),
    sources: ['service-public/F165', 'ameli/participation-2016', 'quechoisir/franchise', 'ch-centre-bretagne/stay'],
    makes: [],
  },
  {
    id: 'care_local_scheme',
    area: 'guidance',
    title: words('The local scheme of Alsace-Moselle', 'Le régime local d’Alsace-Moselle'),
    says: words(
      `Fees ${localFees.en}, tests ${localTests.en}, medicines ${localWhite.en} or ${localBlue.en} (nothing is added to those of 15%), hospital in full. It follows from work in the three departments or from family, not from the address: residents without work do not have it.`,
      `Soins ${localFees.fr}, analyses ${localTests.fr}, médicaments ${localWhite.fr} ou ${localBlue.fr} (rien de plus à 15 %), hôpital en entier. Il tient au travail dans les trois départements ou à la famille, non à l’adresse : les résidents sans activité ne l’ont pas.`,
    ),
    sources: [
      'quotidien-medecin/local-scheme',
      'quotidien-medecin/local-scheme-2006',
      'regime-local/members',
      'cpam67/local-scheme',
      'omutuelle/laboratory',
    ],
    makes: [],
  },
  {
    id: 'care_form',
    area: 'guidance',
    title: words('The care form before the card', 'La feuille de soins avant la carte'),
    says: words(
      'Until the card is there each visit is paid for, and its paper form kept and sent to the caisse with the prescription once a number has come: within two years of the care, in most cases.',
      'Tant que la carte n’est pas là, on paie, on garde la feuille papier et on l’envoie à la caisse avec l’ordonnance dès qu’un numéro est venu : dans les deux ans des soins, en général.',
    ),
    sources: [
      'service-public/F11616',
      'sante-pratique-paris/care-form',
      'connexion/attestation',
      'alan/paper-refund',
      'ameli/ne-etranger',
      'service-public/F265',
      'welcometofrance/affiliation',
    ],
    makes: [],
  },
  {
    id: 'child_attachment',
    area: 'guidance',
    title: words('A child on one or both parents’ cards', 'Un enfant sur la carte d’un parent ou des deux'),
    says: words(
      'A child under 16 is attached to one parent or to both with form S3705, which both sign for a double attachment. Care is then paid back to the parent whose card was shown.',
      'Avant 16 ans, un enfant se rattache à un parent ou aux deux avec le S3705, signé des deux pour un double rattachement. Les soins sont remboursés au parent dont la carte a été présentée.',
    ),
    sources: ['service-public/F16620', 'sante-pratique-paris/attachment'],
    makes: [],
  },
  {
    id: 'child_own_card',
    area: 'guidance',
    title: words('A child’s own card, and the 16th birthday', 'La carte d’un enfant, et les 16 ans'),
    says: words(
      'A card of one’s own comes at 16, or from 12 when asked for. At 16 a GP is declared, and one may ask to be insured in one’s own right.',
      'On a sa propre carte à 16 ans, ou dès 12 ans sur demande. À 16 ans, on déclare un médecin traitant et on peut demander à être assuré en son nom.',
    ),
    sources: ['service-public/F265', 'selectra/S3704', 'service-public/F16620'],
    makes: [],
  },
];
