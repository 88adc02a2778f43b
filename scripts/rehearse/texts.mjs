// What `npm run rehearse` says, in the language of whoever signs in.
const plural = (n, one, many) => `${n} ${n === 1 ? one : many}`;
const pluriel = (n, un, plusieurs) => `${n} ${n <= 1 ? un : plusieurs}`;

export const TEXTS = {
  en: {
    trying: 'Trying it on all open files',
    settings: (version) => `Compared with version ${version} of the playbook:`,
    noChange: (version, rules) => `The settings of version ${version} as they are, by the present rules (${rules}).`,
    instead: (name, to, from) => `  ${name}: ${to} instead of ${from}`,
    files: ({ changed, files }) =>
      files === 0
        ? 'There is no open file.'
        : changed === 0
          ? `None of ${plural(files, 'open file', 'open files')} changes.`
          : `${changed} of ${plural(files, 'open file', 'open files')} ${changed === 1 ? 'changes' : 'change'}.`,
    tasks: ({ tasks, due }) =>
      `Tasks: ${plural(tasks.added, 'appears', 'appear')}, ${plural(tasks.dropped, 'vanishes', 'vanish')}, ` +
      `${plural(tasks.moved, 'moves', 'move')}. Due by today: ${due.before} now, ${due.after} then.`,
    emails: ({ emails }) =>
      `Emails: ${plural(emails.added, 'appears', 'appear')}, ` +
      `${plural(emails.dropped, 'no longer leaves', 'no longer leave')}, ${plural(emails.moved, 'moves', 'move')}. ` +
      `${emails.now} would leave at once, ${emails.held} held as too late, ${emails.skipped} left out for a newer one.`,
    deadlines: ({ deadlines }) =>
      `Deadlines: ${plural(deadlines.added, 'appears', 'appear')}, ${plural(deadlines.dropped, 'vanishes', 'vanish')}, ` +
      `${plural(deadlines.moved, 'moves', 'move')}.`,
    stages: (n) => `${plural(n, 'file is', 'files are')} in another stage.`,
    broken: (n) => `${plural(n, 'file', 'files')} could not be planned; look at the worker's log.`,
    kinds: ['What', 'new', 'gone', 'moved', ''],
    of: { task: 'task', email: 'email', deadline: 'deadline' },
    samples: 'For example:',
    more: (n) => `and ${n} more`,
    moreFiles: (n) => `and ${plural(n, 'more file', 'more files')}`,
    nothing: 'Nothing was changed. A lead or an admin publishes on the page "Playbook and settings".',
    failed: 'The trial broke off. Nothing was changed; look at the window of  npm start.',
  },
  fr: {
    trying: 'Essai sur tous les dossiers en cours',
    settings: (version) => `Par rapport à la version ${version} des réglages :`,
    noChange: (version, rules) => `Les réglages de la version ${version} tels quels, selon les règles ${rules}.`,
    instead: (name, to, from) => `  ${name} : ${to} au lieu de ${from}`,
    files: ({ changed, files }) =>
      files === 0
        ? 'Il n’y a aucun dossier en cours.'
        : changed === 0
          ? `Aucun changement parmi ${pluriel(files, 'dossier en cours', 'dossiers en cours')}.`
          : `${pluriel(changed, 'dossier change', 'dossiers changent')} sur ${files} en cours.`,
    tasks: ({ tasks, due }) =>
      `Tâches : ${pluriel(tasks.added, 'apparaît', 'apparaissent')}, ${pluriel(tasks.dropped, 'disparaît', 'disparaissent')}, ${pluriel(tasks.moved, 'change de jour', 'changent de jour')}. À faire à ce jour : ${due.before}, puis ${due.after}.`,
    emails: ({ emails }) =>
      `Courriels : ${pluriel(emails.added, 'apparaît', 'apparaissent')}, ${pluriel(emails.dropped, 'ne part plus', 'ne partent plus')}, ${pluriel(emails.moved, 'change de jour', 'changent de jour')}. ` +
      `${pluriel(emails.now, 'partirait', 'partiraient')} aussitôt, ${pluriel(emails.held, 'retenu car trop tardif', 'retenus car trop tardifs')}, ${pluriel(emails.skipped, 'laissé', 'laissés')} pour un plus récent.`,
    deadlines: ({ deadlines }) =>
      `Échéances : ${pluriel(deadlines.added, 'apparaît', 'apparaissent')}, ${pluriel(deadlines.dropped, 'disparaît', 'disparaissent')}, ${pluriel(deadlines.moved, 'change de jour', 'changent de jour')}.`,
    stages: (n) => `${pluriel(n, 'dossier change', 'dossiers changent')} d’étape.`,
    broken: (n) =>
      `${pluriel(n, 'dossier n’a pas pu être planifié', 'dossiers n’ont pas pu être planifiés')} ; voyez le journal du worker.`,
    kinds: ['Quoi', 'ajouts', 'retraits', 'décalages', ''],
    of: { task: 'tâche', email: 'courriel', deadline: 'échéance' },
    samples: 'Par exemple :',
    more: (n) => `et ${pluriel(n, 'autre', 'autres')}`,
    moreFiles: (n) => `et ${pluriel(n, 'autre dossier', 'autres dossiers')}`,
    nothing: 'Rien n’a été modifié. Un responsable ou un administrateur publie sur la page « Réglages ».',
    failed: 'L’essai s’est interrompu. Rien n’a été modifié ; voyez la fenêtre de  npm start.',
  },
};
