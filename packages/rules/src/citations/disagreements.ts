import type { Words } from '../vocabulary.ts';
import type { SourceId } from './citations.ts';

/** What one side says, and who says it. */
export type Side = { says: Words; sources: readonly [SourceId, ...SourceId[]] };

/** A point on which sources differ: both sides, the one that the plan follows, and why that one. */
export type Disagreement = { about: Words; followed: Side; other: Side; why: Words };

/** Where sources differ. Nobody is told that a point is settled when it is not. */
export const DISAGREEMENTS = {
  form_736: {
    about: { en: 'The form’s number', fr: 'Le numéro du formulaire' },
    followed: {
      says: {
        en: 'The form is S1106, Cerfa 15763. It was known inside the health insurance as no. 736 until about 2018.',
        fr: 'Le formulaire est le S1106, Cerfa 15763. L’Assurance Maladie l’appelait n° 736 jusque vers 2018.',
      },
      sources: ['service-public/F34308', 'ash/puma'],
    },
    other: {
      says: { en: 'The form is “Cerfa 736”.', fr: 'Le formulaire est le « Cerfa 736 ».' },
      sources: ['guide/736'],
    },
    why: {
      en: '736 was never a Cerfa number: it is the old internal number of the same request. The administration names S1106.',
      fr: '736 n’a jamais été un numéro Cerfa : c’est l’ancien numéro interne de la même demande. L’administration cite le S1106.',
    },
  },
  translation: {
    about: { en: 'Translation of an English birth certificate', fr: 'Traduction d’un acte de naissance en anglais' },
    followed: {
      says: {
        en: 'A translation is needed unless the paper comes from the EEA or Switzerland, or a treaty exempts it. Experts of Assurance Maladie still ask non-EU applicants for a sworn one.',
        fr: 'Une traduction est requise, sauf acte de l’EEE ou de la Suisse, ou exemption par traité. Les experts de l’Assurance Maladie la demandent toujours hors UE, assermentée.',
      },
      sources: ['service-public/F16467', 'forum-ameli/3425037', 'forum-ameli/1696940'],
    },
    other: {
      says: {
        en: 'No translation for papers in a list of some twenty languages, English among them. A tolerance of the caisses between 2016 and 2018.',
        fr: 'Pas de traduction pour une vingtaine de langues, dont l’anglais. Une tolérance des caisses entre 2016 et 2018.',
      },
      sources: ['ulys/736', 'relocation-luxembourg/736'],
    },
    why: {
      en: 'It is newer and comes from the administration itself. An unneeded translation costs a fee; a missing one sends the file back and costs weeks.',
      fr: 'Elle est plus récente et vient de l’administration. Une traduction inutile coûte des frais ; une traduction absente renvoie le dossier et coûte des semaines.',
    },
  },
  translation_students: {
    about: { en: 'Translation for students from the EU', fr: 'Traduction pour les étudiants de l’UE' },
    followed: {
      says: {
        en: 'What counts is where the paper was issued: outside the EEA and Switzerland it is translated.',
        fr: 'C’est le lieu d’établissement de l’acte qui compte : hors de l’EEE et de la Suisse, il est traduit.',
      },
      sources: ['service-public/F16467'],
    },
    other: {
      says: {
        en: 'A translation is asked of non-EU students only, and for Greek and Bulgarian papers.',
        fr: 'La traduction n’est demandée qu’aux étudiants hors UE, et pour les actes grecs et bulgares.',
      },
      sources: ['campusfrance/301673'],
    },
    why: {
      en: 'The rule for all papers names the country of the paper, not the passport. The plan follows it and says what Campus France says.',
      fr: 'La règle générale vise le pays de l’acte, non la nationalité. Le plan la suit et indique ce que dit Campus France.',
    },
  },
  certificate_age: {
    about: { en: 'How old a birth certificate may be', fr: 'L’ancienneté de l’acte de naissance' },
    followed: {
      says: {
        en: 'The list of papers for a first number sets no limit to the age of the certificate.',
        fr: 'La liste des pièces pour un premier numéro ne limite pas l’ancienneté de l’acte.',
      },
      sources: ['ameli/ne-etranger'],
    },
    other: {
      says: { en: 'The certificate is less than three months old.', fr: 'L’acte date de moins de trois mois.' },
      sources: ['pvtistes/acte-de-naissance'],
    },
    why: {
      en: 'No limit of CPAM was found. A recent certificate is advised, and an older one holds nothing back.',
      fr: 'Aucune limite de la CPAM n’a été trouvée. Un acte récent est conseillé ; un acte plus ancien ne bloque rien.',
    },
  },
  students_over_28: {
    about: { en: 'Students over 28', fr: 'Les étudiants de plus de 28 ans' },
    followed: {
      says: {
        en: 'All foreign students register online, on the student site; no age limit is named. The limit of 28 belonged to a scheme that ended in 2018.',
        fr: 'Tous les étudiants étrangers s’inscrivent en ligne, sur le site étudiant, sans limite d’âge. La limite de 28 ans était celle d’un régime supprimé en 2018.',
      },
      sources: ['ameli/etudier-en-france', 'campusfrance/reforme-2018', 'iut-roanne/etudiants'],
    },
    other: {
      says: {
        en: 'Over 28, form S1106 and the route by residence are used.',
        fr: 'Après 28 ans, formulaire S1106 et voie par la résidence.',
      },
      sources: ['forum-ameli/3425037'],
    },
    why: {
      en: 'The law that ended the old limit is the newer word. The expert’s answer carries no date, so the plan names it and leaves the choice to the adviser.',
      fr: 'La loi qui a supprimé l’ancienne limite est plus récente. La réponse de l’expert n’est pas datée : le plan la cite et laisse le choix au conseiller.',
    },
  },
  s1106_with_s1: {
    about: { en: 'Form S1106 beside an S1', fr: 'Le formulaire S1106 en plus d’un S1' },
    followed: {
      says: {
        en: 'CPAM’s list for a first file holds form S1106, with an S1 too.',
        fr: 'La liste de la CPAM pour un premier dossier comprend le S1106, même avec un S1.',
      },
      sources: ['ameli/ne-etranger'],
    },
    other: {
      says: {
        en: 'The form itself tells members of another scheme, such as its pensioners, to hand in an S1 instead.',
        fr: 'Le formulaire dit lui-même aux assurés d’un autre régime, dont ses retraités, de remettre plutôt un S1.',
      },
      sources: ['form/S1106'],
    },
    why: {
      en: 'A form too many costs a signature; one that is missing costs a letter and weeks. Posted workers are never asked for it.',
      fr: 'Un formulaire de trop coûte une signature ; un formulaire absent coûte une lettre et des semaines. Il n’est jamais demandé en détachement.',
    },
  },
  silence: {
    about: { en: 'What two months’ silence means', fr: 'Ce que valent deux mois de silence' },
    followed: {
      says: {
        en: 'The social-security requests that silence accepts stand on a list, and cover by residence is not on it: probably an implied refusal.',
        fr: 'Les demandes de sécurité sociale que le silence accepte figurent sur une liste, et l’affiliation n’y est pas : sans doute un refus implicite.',
      },
      sources: ['tripalio/silence-2016'],
    },
    other: {
      says: {
        en: 'In general two months’ silence of the administration is an acceptance; requests of a financial nature are refused by it.',
        fr: 'En général, deux mois de silence de l’administration valent acceptation ; les demandes financières, rejet.',
      },
      sources: ['service-public/F32388'],
    },
    why: {
      en: 'The careful reading loses nothing: the file is pressed for. A client is never told that silence has accepted it.',
      fr: 'La lecture prudente ne perd rien : on insiste. On ne dit jamais à un client que le silence vaut acceptation.',
    },
  },
  family_route: {
    about: { en: 'Who is spared the three months as family', fr: 'Qui, dans la famille, est dispensé des trois mois' },
    followed: {
      says: {
        en: 'Family reunification needs no three months of residence.',
        fr: 'Le regroupement familial dispense des trois mois de résidence.',
      },
      sources: ['css/D160-2', 'cpam67/residence'],
    },
    other: {
      says: {
        en: 'Whoever comes to live with a relative who is already covered can be spared them.',
        fr: 'Qui vient vivre avec un proche déjà couvert peut en être dispensé.',
      },
      sources: ['forum-ameli/3425037'],
    },
    why: {
      en: 'Whether the formal procedure alone counts is not settled. The three months stand until the adviser chooses the family route, and the plan then warns.',
      fr: 'Rien ne dit si seule la procédure formelle compte. Les trois mois valent tant que le conseiller ne choisit pas la voie familiale, et le plan avertit alors.',
    },
  },
  eu_under_five: {
    about: { en: 'EU residents without work, under five years', fr: 'Résidents UE sans activité, avant cinq ans' },
    followed: {
      says: {
        en: 'Cover does not follow by itself: the caisse looks at means and cover, case by case.',
        fr: 'La couverture n’est pas automatique : la caisse examine ressources et couverture, au cas par cas.',
      },
      sources: ['cleiss/resider-eee'],
    },
    other: {
      says: {
        en: 'One may apply after three months, with the refusal of an S1; the same answer says that there is no right.',
        fr: 'On peut demander après trois mois, avec le refus d’un S1 ; la même réponse dit qu’il n’y a pas de droit.',
      },
      sources: ['forum-ameli/3425025'],
    },
    why: {
      en: 'The expert’s answer contradicts itself. The plan files after three months and says that the outcome is open.',
      fr: 'La réponse de l’expert se contredit. Le plan dépose après trois mois et dit que l’issue reste ouverte.',
    },
  },
  commission_silence: {
    about: { en: 'How long the commission may be silent', fr: 'Combien de temps la commission peut se taire' },
    followed: {
      says: {
        en: 'Two months’ silence of the appeal commission is a rejection.',
        fr: 'Deux mois de silence de la commission de recours valent rejet.',
      },
      sources: ['service-public/F2500'],
    },
    other: {
      says: {
        en: 'One month of silence is a rejection, then two months run for the court.',
        fr: 'Un mois de silence vaut rejet, puis deux mois courent pour le tribunal.',
      },
      sources: ['sigal/commission'],
    },
    why: {
      en: 'The other is an older text. With a rejection in writing, its day counts, whatever the silence.',
      fr: 'L’autre texte est plus ancien. Un rejet écrit compte de son jour, quel que soit le silence.',
    },
  },
  specialists_2026: {
    about: {
      en: 'Since when specialists’ tariffs have risen',
      fr: 'Depuis quand les tarifs des spécialistes ont monté',
    },
    followed: {
      says: {
        en: 'The rises came on 1 January 2026, having been put off from July 2025.',
        fr: 'Les hausses datent du 1ᵉʳ janvier 2026, après un report de juillet 2025.',
      },
      sources: ['econostrum/2026', 'comparez-nous/2026', 'adp/2026'],
    },
    other: {
      says: { en: 'The rises come on 1 July 2025.', fr: 'Les hausses arrivent le 1ᵉʳ juillet 2025.' },
      sources: ['verspieren/tariffs'],
    },
    why: {
      en: 'The other tells what was planned before the rises were put off. The newer sources tell what came.',
      fr: 'L’autre source dit ce qui était prévu avant le report. Les plus récentes disent ce qui s’est fait.',
    },
  },
  heavy_acts_2026: {
    about: { en: 'Since when a costly act leaves €32', fr: 'Depuis quand un acte coûteux laisse 32 €' },
    followed: {
      says: {
        en: 'The flat share of acts of €120 or more goes from €24 to €32 on 22 April 2026.',
        fr: 'Le forfait des actes de 120 € ou plus passe de 24 à 32 € le 22 avril 2026.',
      },
      sources: ['quechoisir/hospital-2026'],
    },
    other: {
      says: { en: 'A draft names 1 April 2026.', fr: 'Un projet de texte cite le 1ᵉʳ avril 2026.' },
      sources: ['boursorama/hospital-2026'],
    },
    why: {
      en: 'A draft tells an intention. The other was written once the order had appeared.',
      fr: 'Un projet dit une intention. L’autre source a été écrite après la parution de l’arrêté.',
    },
  },
  outside_pathway: {
    about: { en: 'What a GP visit outside the pathway brings back', fr: 'Ce que rend une consultation hors parcours' },
    followed: {
      says: {
        en: '30% of €30 is €9.00; less the flat €2, €7.00 comes back.',
        fr: '30 % de 30 € font 9,00 € ; moins le forfait de 2 €, il revient 7,00 €.',
      },
      sources: ['service-public/F17042'],
    },
    other: {
      says: { en: '€8.40 comes back.', fr: 'Il revient 8,40 €.' },
      sources: ['insurer/outside-pathway'],
    },
    why: {
      en: 'The administration takes the rate of the tariff, then withholds €2, as in its own example of €19. €8.40 takes 30% of what is left after the €2.',
      fr: 'L’administration prend le taux du tarif, puis retient 2 €, comme dans son exemple à 19 €. 8,40 € serait 30 % de ce qui reste après ces 2 €.',
    },
  },
  flat_day_cap: {
    about: { en: 'How much is withheld a day at most', fr: 'Ce qui est retenu au plus par jour' },
    followed: {
      says: {
        en: 'At most €4 a day with one practitioner.',
        fr: 'Au plus 4 € par jour chez un même praticien.',
      },
      sources: ['cbanque/participation'],
    },
    other: {
      says: { en: 'At most €8 a day with one practitioner.', fr: 'Au plus 8 € par jour chez un même praticien.' },
      sources: ['ucr/participation'],
    },
    why: {
      en: 'It is dated, and written when the decision appeared in the Journal officiel. The other carries no date. It matters from the third act of a day on.',
      fr: 'Elle est datée, et écrite à la parution de la décision au Journal officiel. L’autre ne porte pas de date. L’écart ne joue qu’au troisième acte d’un jour.',
    },
  },
} as const satisfies Record<string, Disagreement>;

export type DisagreementId = keyof typeof DISAGREEMENTS;
