import { Button } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PostLetter } from '@suivi/contracts/post';
import { useSay } from '../../shell/say.ts';
import { useTaskName } from '../../shell/task-name.tsx';
import type { LineState } from './line-state.ts';
import { NumberField } from './number-field.tsx';
import type { Line } from './use-lines.ts';
import classes from './post.module.css';

/** What a line does; the same object for as long as the round stands, so that typing in one line draws that line alone. */
export type LineActs = {
  field(taskId: string, input: HTMLInputElement | null): void;
  type(taskId: string, number: string): void;
  keep(taskId: string): void;
  next(taskId: string): void;
  move(taskId: string, by: 1 | -1): void;
  choose(taskId: string): void;
  /** Opens the wording of a letter, where that is what it lacks. */
  word(taskId: string): void;
  enterAddress(letter: PostLetter): void;
};
type Props = {
  letter: PostLetter;
  /** From 1; null for a letter that cannot be posted yet. */
  no: number | null;
  chosen: boolean;
  number: string;
  state: LineState;
  usedBy: Line['usedBy'];
  acts: LineActs;
};

const printed = (caisse: string | null): string => (caisse ?? '').replaceAll("'", '’');

/** One letter: whose, to whom, how many pages, and its number; or what keeps it from being posted, and the way out. */
export const LetterLine = memo(function LetterLine({ letter, no, chosen, number, state, usedBy, acts }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = useTaskName();
  const { taskId, file, blocked } = letter;
  const note = letter.letter?.blocked[0];
  return (
    <tr className={classes.line} data-chosen={chosen || undefined} onClick={() => acts.choose(taskId)}>
      <td className={`${classes.no} nums dim`}>
        {no ?? <IconBan aria-hidden="true" color="var(--mantine-color-error)" />}
      </td>
      <th scope="row" className={classes.client}>
        <Link to={`/files/${file.id}`} className={`${classes.name} one-line`} title={file.clientName}>
          {file.clientName}
        </Link>
        <span className="dim tiny">{file.reference}</span>
      </th>
      <td className={classes.letter}>
        <span className="one-line">{nameOf({ key: letter.key, kind: letter.kind, payload: letter.payload })}</span>
        {blocked !== null ? (
          <span className="due tiny">{t(`post.blocked.${blocked}`, { caisse: printed(file.caisse) })}</span>
        ) : note !== undefined ? (
          <span className="due tiny">{say(note.say)}</span>
        ) : (
          <span className="dim tiny one-line">{printed(file.caisse)}</span>
        )}
      </td>
      <td className={`${classes.pages} nums`}>{letter.letter?.printed?.pages ?? ''}</td>
      <td className={classes.numberCell}>
        {blocked === 'no_address' ? (
          <Button variant="default" size="compact-sm" onClick={() => acts.enterAddress(letter)}>
            {t('post.enterAddress')}
          </Button>
        ) : blocked === 'choose_caisse' ? (
          <Button variant="default" size="compact-sm" component={Link} to={`/files/${file.id}`}>
            {t('post.chooseCaisse')}
          </Button>
        ) : note?.at === 'letter' && letter.letter?.printed == null ? (
          <Button variant="default" size="compact-sm" onClick={() => acts.word(taskId)}>
            {t('post.putRight')}
          </Button>
        ) : note !== undefined && letter.letter?.printed == null ? (
          <Button variant="default" size="compact-sm" component={Link} to={`/files/${file.id}`}>
            {t('post.putRight')}
          </Button>
        ) : (
          <NumberField
            name={file.clientName}
            value={number}
            state={state}
            active={chosen}
            usedBy={usedBy}
            inputRef={(input) => acts.field(taskId, input)}
            onType={(typed) => acts.type(taskId, typed)}
            onKeep={() => acts.keep(taskId)}
            onNext={() => acts.next(taskId)}
            onMove={(by) => acts.move(taskId, by)}
            onFocus={() => acts.choose(taskId)}
          />
        )}
      </td>
    </tr>
  );
}, alike);

/** The state of a number is made anew with every key; what it says seldom differs. */
function alike(before: Props, after: Props): boolean {
  return (
    before.letter === after.letter &&
    before.no === after.no &&
    before.chosen === after.chosen &&
    before.number === after.number &&
    before.usedBy === after.usedBy &&
    JSON.stringify(before.state) === JSON.stringify(after.state)
  );
}
