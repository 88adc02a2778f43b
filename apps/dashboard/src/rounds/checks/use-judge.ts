import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PaperChange, PaperToCheck } from '@suivi/contracts/papers';
import { useJudgePaper, useTakeVerdictsBack } from '../../papers/queries.ts';
import type { Verdict } from '../../papers/queries.ts';
import { ApiProblem } from '../../shell/api.ts';
import { useNotify } from '../../shell/notify.tsx';
import { useLanguage } from '../../shell/say.ts';
import type { Draft, FileToCheck, Step } from './round.ts';
import { noteOf } from './round.ts';
import type { Round } from './use-round.ts';

const verifyWith = ({ issuedOn, validUntil, language }: Draft): Verdict['verdict'] => ({
  verify: { issuedOn: issuedOn as never, validUntil: validUntil as never, language },
});

/** Says what documents are worth, one or all seen of a client; each can be taken back. */
export function useJudge(round: Round, renew: () => Promise<unknown>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const notify = useNotify();
  const judge = useJudgePaper();
  const takeVerdictsBack = useTakeVerdictsBack();
  const [saving, setSaving] = useState(false);

  /** Undo, where the verdicts are events of their own: two scans of one document may share one. */
  const takeBack = (fileId: string, changes: readonly PaperChange[]) => {
    if (changes.every(({ change }) => change === null)) return undefined;
    return async () => {
      await takeVerdictsBack(fileId, changes);
      round.takenBack(changes.map(({ paper }) => paper.id));
      void renew();
    };
  };
  const told = (changes: readonly PaperChange[]): string | undefined => {
    const count = changes.reduce((sum, { change }) => sum + (change?.emailsPlanned.length ?? 0), 0);
    return count === 0 ? undefined : t('checks.done.emails', { count });
  };
  const failed = (title: string, error: unknown, again: () => void) => {
    // Somebody was faster: the list is asked again, and says by whom.
    if (error instanceof ApiProblem && (error.type === 'paper_settled' || error.status === 404)) void renew();
    else notify.failed(title, error, again);
  };

  const one = async (step: Step, verdict: Verdict['verdict']) => {
    if (saving) return;
    const { file, paper } = step;
    const kind = 'verify' in verdict ? 'verified' : 'rejected';
    setSaving(true);
    try {
      const change = await judge.mutateAsync({ id: paper.id, verdict });
      round.came({ [paper.id]: { verdict: kind, byColleague: false } });
      notify.done(
        t(`checks.done.${kind}`, { document: paper.documentName[language], name: file.clientName }),
        told([change]),
        takeBack(file.id, [change]),
      );
    } catch (error) {
      failed(
        t(kind === 'verified' ? 'checks.failed.verify' : 'checks.failed.reject'),
        error,
        () => void one(step, verdict),
      );
    } finally {
      setSaving(false);
    }
  };

  return {
    saving,
    verify: (step: Step) => one(step, verifyWith(round.draftOf(step.paper.id))),
    sendBack: (step: Step) => {
      const draft = round.draftOf(step.paper.id);
      if (draft.fault === null) return Promise.resolve();
      return one(step, { reject: { fault: draft.fault, note: noteOf(draft, step.paper, step.file.language) } });
    },
    /** One after the other, as each changes the file; what fails stays in the round. */
    verifyAll: async (file: FileToCheck, papers: readonly PaperToCheck[]) => {
      if (saving) return;
      setSaving(true);
      const changes: PaperChange[] = [];
      try {
        for (const { id } of papers)
          changes.push(await judge.mutateAsync({ id, verdict: verifyWith(round.draftOf(id)) }));
      } catch (error) {
        failed(t('checks.failed.verify'), error, () => undefined);
      } finally {
        setSaving(false);
      }
      if (changes.length === 0) return;
      round.came(
        Object.fromEntries(changes.map(({ paper }) => [paper.id, { verdict: 'verified', byColleague: false }])),
      );
      notify.done(
        t('checks.done.verifiedMany', { count: changes.length, name: file.clientName }),
        told(changes),
        takeBack(file.id, changes),
      );
    },
  };
}
export type Judge = ReturnType<typeof useJudge>;
