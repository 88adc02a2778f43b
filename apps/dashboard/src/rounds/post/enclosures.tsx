import { Checkbox, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LetterView } from '@suivi/contracts/letters';
import { FormProblem } from '../../shell/problem.tsx';
import { changeOf } from './change-of-letter.ts';
import { useChangeLetter } from './queries.ts';
import classes from './sheet.module.css';

/** What goes along with a letter, in its order, and how much of it is printed with it. */
export function Enclosures({ view, onClose }: { view: LetterView; onClose: () => void }) {
  const { t } = useTranslation();
  const change = useChangeLetter(view.taskId);
  const toggle = (id: string, goes: boolean) =>
    change.mutate(
      changeOf(view, {
        enclosures: view.list.filter((one) => (one.id === id ? goes : !one.left)).map((one) => one.id),
      }),
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={<b>{t('post.enclosures', { count: view.list.filter(({ left }) => !left).length })}</b>}
    >
      <p className="small dim">{t('post.enclosuresHint')}</p>
      <ul>
        {view.list.map(({ id, name, pages, left, source }) => (
          <li key={id} className={classes.enclosure}>
            <Checkbox
              checked={!left}
              disabled={change.isPending || source === 'mandate'}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
              label={<span lang="fr">{name}</span>}
              description={pages === null ? t('post.byHand') : t('post.pagesOf', { count: pages })}
            />
          </li>
        ))}
      </ul>
      <FormProblem error={change.error} />
    </Modal>
  );
}
