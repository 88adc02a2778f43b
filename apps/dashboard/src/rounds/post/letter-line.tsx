import { Button } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PostLetter } from '@suivi/contracts/post';
import { useSay } from '../../shell/say.ts';
import { useTaskName } from '../../shell/task-name.tsx';
import { NumberField } from './number-field.tsx';
import classes from './post.module.css';

type Field = Omit<Parameters<typeof NumberField>[0], 'name'>;
type Props = {
  letter: PostLetter;
  /** From 1; null for a letter that cannot be posted yet. */
  no: number | null;
  chosen: boolean;
  field: Field;
  onChoose: () => void;
  onEnterAddress: () => void;
};

const printed = (caisse: string | null): string => (caisse ?? '').replaceAll("'", '’');

/** One letter: whose, to whom, how many pages, and its number; or what keeps it from being posted, and the way out. */
export function LetterLine({ letter, no, chosen, field, onChoose, onEnterAddress }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const nameOf = useTaskName();
  const { file, blocked } = letter;
  const note = letter.letter?.blocked[0];
  return (
    <tr className={classes.line} data-chosen={chosen || undefined} onClick={onChoose}>
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
          <Button variant="default" size="compact-sm" onClick={onEnterAddress}>
            {t('post.enterAddress')}
          </Button>
        ) : blocked === 'choose_caisse' ? (
          <Button variant="default" size="compact-sm" component={Link} to={`/files/${file.id}`}>
            {t('post.chooseCaisse')}
          </Button>
        ) : note !== undefined && letter.letter?.printed == null ? (
          <Button variant="default" size="compact-sm" component={Link} to={`/files/${file.id}`}>
            {t('post.putRight')}
          </Button>
        ) : (
          <NumberField {...field} name={file.clientName} />
        )}
      </td>
    </tr>
  );
}
