// What `npm run import` says, in the language of whoever signs in.
const SEPARATORS = {
  en: { ';': 'semicolon', ',': 'comma', '\t': 'tab' },
  fr: { ';': 'point-virgule', ',': 'virgule', '\t': 'tabulation' },
};
const TASKS = {
  en: {
    collect_documents: 'to collect documents',
    check_documents: 'to check documents',
    choose_caisse: 'to choose a caisse',
    registered_post: 'letters',
    submit_online: 'to submit online',
    trace_post: 'letters to trace',
    call_3646: 'calls',
    office_visit: 'visits',
    ameli_message: 'ameli messages',
    order_card: 'cards to order',
    open_ameli_account: 'ameli accounts',
    declare_gp: 'GPs to declare',
    file_appeal: 'appeals',
    seize_mediator: 'mediators',
    renew_cover: 'covers to renew',
    review_file: 'reviews',
  },
  fr: {
    collect_documents: 'pièces à réunir',
    check_documents: 'pièces à vérifier',
    choose_caisse: 'caisses à choisir',
    registered_post: 'lettres',
    submit_online: 'dépôts en ligne',
    trace_post: 'lettres à rechercher',
    call_3646: 'appels',
    office_visit: 'visites',
    ameli_message: 'messages ameli',
    order_card: 'cartes à commander',
    open_ameli_account: 'comptes ameli',
    declare_gp: 'médecins à déclarer',
    file_appeal: 'recours',
    seize_mediator: 'médiateurs',
    renew_cover: 'assurances à prolonger',
    review_file: 'points à faire',
  },
};
const s = (n) => (n === 1 ? '' : 's');
const tasks = (language, check) => {
  const kinds = check.tasksToday.map(({ kind, count }) => `${TASKS[language][kind] ?? kind} ${count}`);
  return {
    sum: check.tasksToday.reduce((sum, { count }) => sum + count, 0),
    kinds: kinds.length > 0 ? `: ${kinds.join(', ')}` : '',
  };
};

export const TEXTS = {
  en: {
    seen: (name, seen) =>
      `${name}: ${seen.rows} row${s(seen.rows)}, ${SEPARATORS.en[seen.separator]}, ${seen.encoding}, dates ${seen.dates}\n`,
    columnHeadings: ['Your column', 'First values', 'In Suivi', ''],
    confirm: '← please confirm',
    hidden: (n) => `← ${n} social security number${s(n)} left out`,
    noColumn: (heading) => `The file has no column "${heading}".`,
    checking: 'Checking ',
    importing: 'Importing',
    counts: ({ good, faulty, unchanged }) =>
      `${good} good row${s(good)}, ${faulty} faulty, ${unchanged} already in Suivi, unchanged`,
    faultHeadings: ['Line', 'Column', 'Value', 'Why it cannot be taken'],
    moreFaults: (n, file) => `  … and ${n} more row${s(n)}. All of them stand in ${file}.`,
    effect: (check) => {
      const { sum, kinds } = tasks('en', check);
      return `What this will cause
  ${check.good} file${s(check.good)}: ${check.newFiles} new, ${check.underWay} already under way with ${check.pastEvents} past event${s(check.pastEvents)}
  ${sum} task${s(sum)} today${kinds}
  ${check.emailsToday} email${s(check.emailsToday)} today; none for anything before today`;
    },
    question: (n) => `Import ${n} file${s(n)}? (y/N)`,
    nothing: 'There is nothing to import.',
    notAll: (n) => `Nothing was imported: ${n} row${s(n)} faulty. Correct the spreadsheet, or leave out --all.`,
    dryRun: 'Nothing was imported: this was a dry run.',
    notImported: 'Nothing was imported. Add --yes to import without being asked.',
    changed: 'Nothing was imported: a row has changed meanwhile. Run the import again.',
    failed: 'The import failed. The window of  npm start  says why; nothing was created.',
    done: ({ created, unchanged, left }) =>
      `${created} file${s(created)} created, ${unchanged} unchanged, ${left} row${s(left)} left out.`,
  },
  fr: {
    seen: (name, seen) =>
      `${name} : ${seen.rows} ligne${s(seen.rows)}, ${SEPARATORS.fr[seen.separator]}, ${seen.encoding}, dates ${seen.dates}\n`,
    columnHeadings: ['Votre colonne', 'Premières valeurs', 'Dans Suivi', ''],
    confirm: '← à confirmer',
    hidden: (n) => `← ${n} numéro${s(n)} de sécurité sociale laissé${s(n)} de côté`,
    noColumn: (heading) => `Le fichier n’a pas de colonne « ${heading} ».`,
    checking: 'Vérification',
    importing: 'Import      ',
    counts: ({ good, faulty, unchanged }) =>
      `${good} ligne${s(good)} bonne${s(good)}, ${faulty} fautive${s(faulty)}, ${unchanged} déjà dans Suivi, sans changement`,
    faultHeadings: ['Ligne', 'Colonne', 'Valeur', 'Pourquoi elle ne peut pas être prise'],
    moreFaults: (n, file) => `  … et ${n} autre${s(n)}. Toutes sont dans ${file}.`,
    effect: (check) => {
      const { sum, kinds } = tasks('fr', check);
      return `Ce que cela va causer
  ${check.good} dossier${s(check.good)} : ${check.newFiles} nouveau${check.newFiles === 1 ? '' : 'x'}, ${check.underWay} en cours avec ${check.pastEvents} fait${s(check.pastEvents)} passé${s(check.pastEvents)}
  ${sum} tâche${s(sum)} aujourd’hui${kinds}
  ${check.emailsToday} courriel${s(check.emailsToday)} aujourd’hui ; aucun pour ce qui précède`;
    },
    question: (n) => `Importer ${n} dossier${s(n)} ? (o/N)`,
    nothing: 'Il n’y a rien à importer.',
    notAll: (n) => `Rien n’a été importé : ${n} ligne${s(n)} fautive${s(n)}. Corrigez le tableau, ou retirez --all.`,
    dryRun: 'Rien n’a été importé : c’était un essai.',
    notImported: 'Rien n’a été importé. Ajoutez --yes pour importer sans question.',
    changed: 'Rien n’a été importé : une ligne a changé entre-temps. Relancez l’import.',
    failed: 'L’import a échoué. La fenêtre de  npm start  dit pourquoi ; rien n’a été créé.',
    done: ({ created, unchanged, left }) =>
      `${created} dossier${s(created)} créé${s(created)}, ${unchanged} sans changement, ${left} ligne${s(left)} laissée${s(left)} de côté.`,
  },
};
