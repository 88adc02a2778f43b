import type { Words } from '../vocabulary.ts';
import type { CareKind } from './care.ts';

/** As a choice: “GP visit”. */
export const careName: Record<CareKind, Words> = {
  gp: { en: 'GP visit', fr: 'Consultation chez le généraliste' },
  gp_teleconsultation: { en: 'GP, by video', fr: 'Téléconsultation du généraliste' },
  psychiatrist: { en: 'Psychiatrist', fr: 'Psychiatre' },
  gynaecologist: { en: 'Gynaecologist', fr: 'Gynécologue' },
  neurologist: { en: 'Neurologist', fr: 'Neurologue' },
  paediatrician: { en: 'Paediatrician', fr: 'Pédiatre' },
  geriatrician: { en: 'Geriatrician', fr: 'Gériatre' },
  ophthalmologist: { en: 'Ophthalmologist', fr: 'Ophtalmologue' },
  stomatologist: { en: 'Stomatologist', fr: 'Stomatologue' },
  other_specialist: { en: 'Another specialist', fr: 'Autre spécialiste' },
  medicine: { en: 'Prescribed medicines', fr: 'Médicaments prescrits' },
  laboratory: { en: 'Laboratory tests', fr: 'Analyses de laboratoire' },
  hospital: { en: 'Stay in hospital', fr: 'Séjour à l’hôpital' },
  emergency: { en: 'Emergency room, without a stay', fr: 'Urgences, sans hospitalisation' },
};

/** Inside a sentence: “a GP visit”. */
export const aCare: Record<CareKind, Words> = {
  gp: { en: 'a GP visit', fr: 'une consultation chez le généraliste' },
  gp_teleconsultation: { en: 'a GP visit by video', fr: 'une téléconsultation du généraliste' },
  psychiatrist: { en: 'a visit to a psychiatrist', fr: 'une consultation de psychiatre' },
  gynaecologist: { en: 'a visit to a gynaecologist', fr: 'une consultation de gynécologue' },
  neurologist: { en: 'a visit to a neurologist', fr: 'une consultation de neurologue' },
  paediatrician: { en: 'a visit to a paediatrician', fr: 'une consultation de pédiatre' },
  geriatrician: { en: 'a visit to a geriatrician', fr: 'une consultation de gériatre' },
  ophthalmologist: { en: 'a visit to an ophthalmologist', fr: 'une consultation d’ophtalmologue' },
  stomatologist: { en: 'a visit to a stomatologist', fr: 'une consultation de stomatologue' },
  other_specialist: { en: 'a visit to a specialist', fr: 'une consultation de spécialiste' },
  medicine: { en: 'prescribed medicines', fr: 'des médicaments prescrits' },
  laboratory: { en: 'laboratory tests', fr: 'des analyses de laboratoire' },
  hospital: { en: 'a stay in hospital', fr: 'un séjour à l’hôpital' },
  emergency: { en: 'a visit to the emergency room', fr: 'un passage aux urgences' },
};
