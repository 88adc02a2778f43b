// The frame around the rules in docs/rules.md and docs/rules.fr.md; what stands in it comes from packages/rules.

/** Somebody of each category from each side of the EU's border: what is shown is what the rules answer for them. */
export const PEOPLE = [
  [
    { en: 'EU (NL)', fr: 'UE (NL)' },
    { nationalities: ['NL'], birthCountry: 'NL', birthCertificate: { country: 'NL', language: 'nl' } },
  ],
  [
    { en: 'UK', fr: 'Royaume-Uni' },
    { nationalities: ['GB'], birthCountry: 'GB', birthCertificate: { country: 'GB', language: 'en' } },
  ],
  [
    { en: 'US', fr: 'États-Unis' },
    { nationalities: ['US'], birthCountry: 'US', birthCertificate: { country: 'US', language: 'en' } },
  ],
];

export const SIGN = {
  required: { en: 'required', fr: 'nécessaire' },
  conditional: { en: 'may be', fr: 'possible' },
  optional: { en: 'optional', fr: 'facultative' },
  not_needed: { en: '–', fr: '–' },
};

export const TEXT = {
  en: {
    title: 'What the rules say',
    written:
      'Written by `node scripts/generate-rules.mjs` from `packages/rules`; change the rules, not this page. En français : [rules.fr.md](rules.fr.md).',
    believes: 'What Suivi believes',
    aboutRules: (rules, sources, differ) =>
      `${rules} rules, ${sources} sources, ${differ} points on which sources differ. Periods are those of the default playbook. The first source named is the one that is followed.`,
    sources: 'Sources:',
    setsOff: 'Sets off:',
    differsHere: 'Sources differ:',
    differ: 'Where sources differ',
    point: 'point',
    followed: 'Suivi follows',
    other: 'says otherwise',
    why: 'why this one',
    papers: 'Papers by category',
    aboutPapers:
      'Each table shows what is asked of somebody of 51 who came on 1 June 2026, born where they are a national, with a card as permit, unmarried, without children. “may be”: the facts known do not settle it, and nothing waits for it. Papers that nobody of the category needs are left out.',
    paper: 'paper',
    because: 'because',
    source: 'source',
    playbook: 'The playbook',
    aboutPlaybook:
      'Periods of courtesy, which each agency may set within bounds. Periods of the law are in no setting.',
    settingsHead: ['setting', 'default', 'bounds', 'what it is'],
    risingDays: 'three rising days in 3–90',
    sourcesTitle: 'Sources',
    aboutSources:
      'All were read as stored copies on the day shown. *seen*: the source says it; *inferred*: it follows from the source; *secondary*: only a report of the rule was seen.',
    sourcesHead: ['id', 'title', 'publisher', 'dated', 'read on', 'confidence', 'says', 'holds, and against what'],
    undated: 'undated',
    confidence: { seen: 'seen', inferred: 'inferred', secondary: 'secondary' },
    since: 'since',
    until: 'until',
    against: 'differs from',
    instead: 'replaces',
  },
  fr: {
    title: 'Ce que disent les règles',
    written:
      'Écrit par `node scripts/generate-rules.mjs` d’après `packages/rules` ; modifiez les règles, pas cette page. In English: [rules.md](rules.md).',
    believes: 'Ce que Suivi retient',
    aboutRules: (rules, sources, differ) =>
      `${rules} règles, ${sources} sources, ${differ} points où des sources divergent. Les délais sont ceux des réglages d’origine. La première source citée est celle qui est suivie.`,
    sources: 'Sources :',
    setsOff: 'Déclenche :',
    differsHere: 'Des sources divergent :',
    differ: 'Où les sources divergent',
    point: 'point',
    followed: 'Suivi retient',
    other: 'dit autre chose',
    why: 'pourquoi ce choix',
    papers: 'Pièces par catégorie',
    aboutPapers:
      'Chaque tableau montre ce qui est demandé à une personne de 51 ans arrivée le 1ᵉʳ juin 2026, née dans le pays de sa nationalité, avec une carte de séjour, sans mariage ni enfant. « possible » : les faits connus ne tranchent pas, et rien ne l’attend. Les pièces dont personne n’a besoin dans la catégorie sont omises.',
    paper: 'pièce',
    because: 'parce que',
    source: 'source',
    playbook: 'Les réglages',
    aboutPlaybook:
      'Des délais d’usage, que chaque agence fixe dans des limites. Les délais de la loi ne se règlent pas.',
    settingsHead: ['réglage', 'origine', 'limites', 'ce que c’est'],
    risingDays: 'trois jours croissants de 3 à 90',
    sourcesTitle: 'Sources',
    aboutSources:
      'Toutes ont été lues en copie au jour indiqué. *vu* : la source le dit ; *déduit* : cela découle de la source ; *rapporté* : seul un compte rendu de la règle a été vu.',
    sourcesHead: ['id', 'titre', 'éditeur', 'datée', 'lue le', 'confiance', 'dit', 'vaut, et contre quoi'],
    undated: 'sans date',
    confidence: { seen: 'vu', inferred: 'déduit', secondary: 'rapporté' },
    since: 'depuis',
    until: 'jusqu’en',
    against: 'diverge de',
    instead: 'remplace',
  },
};
