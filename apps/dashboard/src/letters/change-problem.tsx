import { useTranslation } from 'react-i18next';
import { changedParts, LETTER_PARTS } from '@suivi/contracts/letters';
import type { LetterView, PartOfLetter } from '@suivi/contracts/letters';
import { Conflict } from '../beside/conflict.tsx';
import { staleChanges } from '../beside/conflict-dialog.tsx';
import { useToday } from '../shell/queries.ts';
import { FormProblem } from '../shell/problem.tsx';
import { saidAnew } from './change-of.ts';
import classes from './letters.module.css';
import type { ChangingLetter } from './queries.ts';

type Props = {
  /** As it stands now. */
  letter: LetterView;
  change: ChangingLetter;
  /** Saves what was typed on the letter as it stands; without it, the same change is sent again. */
  onMine?: (now: LetterView) => void;
  onDrop?: () => void;
};

/** Why a letter was not changed. Where somebody was faster: what it says since, and whether both can stand. */
export function ChangeProblem({ letter, change, onMine, onDrop }: Props) {
  const { t } = useTranslation();
  const today = useToday();
  const others = staleChanges(change.error);
  const sent = change.variables;
  if (others === null || sent === undefined) return <FormProblem error={change.error} />;
  const { began, edit } = sent;
  const mine = changedParts(began.changes, { ...began.changes, ...edit });
  const theirs = saidAnew(began, letter);
  const nameOf = (part: PartOfLetter) => t(`beside.field.${part}`);
  return (
    <Conflict
      changes={others}
      mine={t('letters.drawer.mine', {
        parts: LETTER_PARTS.filter((part) => mine.includes(part))
          .map(nameOf)
          .join(', '),
      })}
      {...(theirs.length > 0 && {
        now: theirs.map(({ part, lines }) => (
          <span key={part} className={classes.anew}>
            {lines.length === 0 ? (
              t(part === 'enclosures' ? 'letters.drawer.none' : 'letters.drawer.shorter')
            ) : (
              <span lang="fr">
                {lines.map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </span>
            )}
          </span>
        )),
      })}
      kind={theirs.some(({ part }) => mine.includes(part)) ? 'one' : 'both'}
      ofFile={false}
      today={today}
      saving={change.isPending}
      onMine={() => (onMine === undefined ? change.mutate({ began: letter, edit }) : onMine(letter))}
      onDrop={() => {
        change.reset();
        onDrop?.();
      }}
    />
  );
}
