import type { LetterView } from '@suivi/contracts/letters';
import classes from './letters.module.css';

/** The letter as it will read, in French as it is: the PDF has the same words, set for paper. */
export function LetterSheet({ letter, narrow = false }: { letter: LetterView; narrow?: boolean }) {
  return (
    <article className={classes.sheet} data-narrow={narrow || undefined} lang="fr" aria-label={letter.subject}>
      <div className={classes.heads}>
        <p className={classes.from}>
          {letter.from.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <p className={classes.window}>
          {letter.to.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
      </div>
      <p className={classes.place}>{letter.place}</p>
      {letter.registered !== null && <p className={classes.subject}>{letter.registered}</p>}
      <p className={classes.subject}>{letter.subject}</p>
      {letter.references !== null && <p className={classes.references}>{letter.references}</p>}
      {letter.body.map((part, at) =>
        part.kind === 'text' ? (
          // Two paragraphs of a letter may read alike: their place tells them apart.
          // oxlint-disable-next-line react/no-array-index-key
          <p key={at}>{part.text}</p>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <ul key={at}>
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ),
      )}
      <p className={classes.signature}>{letter.signature.join('\n')}</p>
      {letter.enclosed !== '' && <p className={classes.references}>{letter.enclosed}</p>}
    </article>
  );
}
