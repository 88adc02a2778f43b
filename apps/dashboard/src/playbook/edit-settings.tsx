import { Alert } from '@mantine/core';
import { IconInfoCircle, IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { PlaybookView } from '@suivi/contracts/playbook';
import type { Problem } from '@suivi/contracts/problem';
import { asProblem } from '../shell/api.ts';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { useToday } from '../shell/queries.ts';
import { draftOf, editsBetween, isOfDraft } from './draft.ts';
import type { Edits } from './draft.ts';
import { History } from './history.tsx';
import classes from './playbook.module.css';
import { FromTo, Publish } from './publish.tsx';
import { usePublish, useStartTrial, useTrial } from './queries.ts';
import { GroupList, SettingsList } from './settings-list.tsx';
import { Trial } from './trial.tsx';

/**
 * Change, try, publish. The address holds the trial (`?trial=…`), so that one can follow a sample into its file, come
 * back, and find settings and result as they were; a colleague who gets the link sees the same.
 */
export function EditSettings({ view }: { view: PlaybookView }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const cache = useQueryClient();
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const trialId = search.get('trial');
  const trial = useTrial(trialId);
  const [typed, setTyped] = useState<Edits | null>(null);
  const [confirming, setConfirming] = useState(false);
  const [stale, setStale] = useState<Problem | null>(null);
  const start = useStartTrial();
  const publish = usePublish();

  const { present, rulesVersion } = view;
  const edits = typed ?? (trial.data ? editsBetween(present.settings, trial.data.settings) : {});
  const draft = draftOf(present.settings, edits);
  const current = trial.data !== undefined && isOfDraft(trial.data, { draft, present, today, rulesVersion });
  const result = trial.data?.state === 'done' ? trial.data.result : null;
  const mayTry = draft.changed.length > 0 || draft.faults.size > 0 || view.behind > 0;

  const show = (id: string | null) =>
    setSearch(
      (before) => {
        if (id === null) before.delete('trial');
        else before.set('trial', id);
        return before;
      },
      { replace: true },
    );
  const begin = (next: Edits) => {
    setStale(null);
    setTyped(next);
  };
  const tryIt = () => {
    if (draft.playbook === null || start.isPending || !mayTry) return;
    setStale(null);
    setTyped(edits);
    start.mutate(draft.playbook, { onSuccess: ({ id }) => show(id) });
  };
  const publishIt = () => {
    if (trial.data === undefined || result === null) return;
    const aligns = draft.changed.length === 0;
    publish.mutate(
      {
        rehearsal: trial.data.id,
        expectedVersion: present.version,
        seen: { changed: result.changed, emailsNow: result.emails.now },
      },
      {
        onSuccess: (next) => {
          setConfirming(false);
          setTyped({});
          show(null);
          notify.done(
            aligns ? t('playbook.aligned') : t('playbook.published', { version: next.present.version }),
            t('playbook.marked', { count: next.marked }),
          );
        },
        onError: (error) => {
          const problem = asProblem(error);
          if (problem.type !== 'stale_playbook') return;
          // What was typed stays, over what the other has published.
          setConfirming(false);
          setTyped(edits);
          setStale(problem);
          void cache.invalidateQueries({ queryKey: ['playbook'] });
        },
      },
    );
  };
  const settled = mayTry && result !== null && current;
  useKeys([
    {
      keys: 'mod+Enter',
      act: () => (settled ? setConfirming(true) : tryIt()),
      ...(settled ? { words: t('playbook.publish') } : mayTry ? { words: t('playbook.try') } : {}),
      inFields: true,
    },
  ]);
  return (
    <div className={classes.columns}>
      <GroupList draft={draft} search={search.toString()} />
      <SettingsList
        draft={draft}
        present={present.settings}
        onChange={(name, value) => begin({ ...edits, [name]: value })}
      />
      {draft.changed.length > 0 && (
        <Link className={`${classes.toChanges} on-phone`} to={{ search: search.toString(), hash: '#changes' }}>
          {t('playbook.toChanges', { count: draft.changed.length })}
        </Link>
      )}
      <aside className={classes.aside} id="changes" aria-label={t('playbook.changes')} tabIndex={0}>
        {view.marked > 0 && (
          <Alert variant="light" icon={<IconRefresh aria-hidden="true" />} role="status">
            {t('playbook.marked', { count: view.marked })}
          </Alert>
        )}
        {stale !== null && <Stale problem={stale} />}
        {view.behind > 0 && draft.changed.length === 0 && (
          <Alert color="ambre" variant="light" icon={<IconInfoCircle aria-hidden="true" />}>
            {t('playbook.behind', { count: view.behind, version: rulesVersion })}
          </Alert>
        )}
        <h2>{t('playbook.changes')}</h2>
        {draft.changed.length === 0 ? (
          <p className="small dim">{t('playbook.noChange')}</p>
        ) : (
          <>
            <FromTo before={present} after={{ settings: draft.valid }} />
            <button
              type="button"
              className={classes.back}
              onClick={() => {
                begin({});
                show(null);
              }}
            >
              {t('playbook.discard')}
            </button>
          </>
        )}
        <Trial
          draft={draft}
          trial={mayTry ? trial.data : undefined}
          current={current}
          gone={trialId !== null && trial.isError && asProblem(trial.error).status === 404}
          mayTry={mayTry}
          starting={start.isPending}
          startError={start.error}
          onTry={tryIt}
          onPublish={() => setConfirming(true)}
        />
        <History
          history={view.history}
          onReturn={(version) => begin(editsBetween(present.settings, version.settings))}
        />
      </aside>
      {confirming && trial.data !== undefined && result !== null && (
        <Publish
          trial={trial.data}
          result={result}
          present={present}
          error={publish.error}
          pending={publish.isPending}
          onPublish={publishIt}
          onClose={() => {
            publish.reset();
            setConfirming(false);
          }}
        />
      )}
    </div>
  );
}

/** Somebody else was faster: who, and what they changed. */
function Stale({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  return (
    <Alert color="ambre" variant="light" icon={<IconInfoCircle aria-hidden="true" />} role="alert">
      <p>{problem.detail}</p>
      <ul className={classes.stale}>
        {(problem.errors ?? []).map(({ path, message }) => (
          <li key={path}>{message}</li>
        ))}
      </ul>
      <p>{t('playbook.staleKept')}</p>
    </Alert>
  );
}
