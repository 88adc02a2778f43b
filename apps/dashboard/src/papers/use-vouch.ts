import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper, PaperChange } from '@suivi/contracts/papers';
import type { FileModel } from '../file/model.ts';
import { useNotify } from '../shell/notify.tsx';
import { useJudgePaper, useRemovePaper, useTakeVerdictsBack } from './queries.ts';

/** What a person says who has looked at each: verified, one after the other; what fails waits for the checking round. */
export function useVouch({ view, clientName }: Pick<FileModel, 'view' | 'clientName'>) {
  const { t } = useTranslation();
  const notify = useNotify();
  const judge = useJudgePaper();
  const remove = useRemovePaper();
  const takeVerdictsBack = useTakeVerdictsBack();
  const [saving, setSaving] = useState(false);
  return {
    saving,
    /** @returns whether all of them are verified now */
    verify: async (papers: readonly Paper[]): Promise<boolean> => {
      if (saving) return false;
      setSaving(true);
      const changes: PaperChange[] = [];
      try {
        for (const { id } of papers)
          changes.push(
            await judge.mutateAsync({
              id,
              verdict: { verify: { issuedOn: null as never, validUntil: null as never, language: null } },
            }),
          );
      } catch (error) {
        notify.failed(t('papers.look.failed'), error);
      } finally {
        setSaving(false);
      }
      // Undo, where the verdicts are events of their own: two scans of one document may share one.
      const takeBack = changes.every(({ change }) => change === null)
        ? undefined
        : () => takeVerdictsBack(view.id, changes);
      if (changes.length > 0)
        notify.done(t('papers.look.done', { count: changes.length, name: clientName }), undefined, takeBack);
      return changes.length === papers.length;
    },
    /** Tells that papers came, and lets them be taken off again. */
    tellCame: (came: readonly PaperChange[]) =>
      notify.done(t('papers.add.came', { count: came.length, name: clientName }), t('papers.add.wait'), async () => {
        for (const { paper } of came.toReversed()) await remove.mutateAsync({ id: paper.id, act: 'remove' });
      }),
  };
}
