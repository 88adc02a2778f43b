import { Button, Progress } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaisseAddressPreview, CaisseView } from '@suivi/contracts/caisses';
import { answerOf, client } from '../shell/api.ts';
import { KeyCap } from '../shell/key-cap.tsx';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { fileChanged } from '../shell/queries.ts';
import { useLanguage } from '../shell/say.ts';
import { AddressField } from './address-field.tsx';
import { addressFault, linesOf } from './address-lines.ts';
import classes from './caisse-drawer.module.css';

const FILES_SHOWN = 6;

/** The filing address as it stands on the envelope. What keeping it does stands below before it is kept. */
export function AddressForm({ caisse }: { caisse: CaisseView }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const notify = useNotify();
  const [text, setText] = useState((caisse.address ?? []).join('\n'));
  const [asked, setAsked] = useState(false);
  const lines = linesOf(text);
  const fault = addressFault(lines);
  const isNew = lines.join('\n') !== (caisse.address ?? []).join('\n');
  const params = { path: { shortName: caisse.shortName } };
  const [settled] = useDebouncedValue(lines.join('\n'), 350);
  const preview = useQuery({
    queryKey: ['caisses', caisse.shortName, 'preview', settled],
    queryFn: ({ signal }) =>
      answerOf<CaisseAddressPreview>(
        client.POST('/api/caisses/{shortName}/preview', { params, body: { lines: linesOf(settled) }, signal }),
      ),
    enabled: isNew && addressFault(linesOf(settled)) === null,
  });
  const keep = useMutation({
    mutationFn: () =>
      answerOf<CaisseView>(
        client.PUT('/api/caisses/{shortName}/address', { params, body: { lines, expectedVersion: caisse.version } }),
      ),
    onSuccess: async (view) => {
      cache.setQueryData(['caisses', caisse.shortName], view);
      notify.done(t('admin.caisses.done'), t('admin.caisses.doneFiles', { count: view.unsentFiles }));
      await Promise.all([cache.invalidateQueries({ queryKey: ['caisses'] }), fileChanged(cache)]);
    },
  });
  const save = () => {
    setAsked(true);
    if (fault === null && isNew && !keep.isPending) keep.mutate();
  };
  useKeys([{ keys: 'mod+Enter', act: save, inFields: true }], 'dialog');
  const telling = caisse.history[0]?.telling;
  return (
    <div>
      {telling?.ended === false && (
        <div className={classes.telling} role="status">
          <p className="small">{t('admin.caisses.telling', { done: telling.done, of: telling.of })}</p>
          <Progress
            value={(100 * telling.done) / Math.max(1, telling.of)}
            aria-label={t('admin.caisses.telling', { done: telling.done, of: telling.of })}
          />
        </div>
      )}
      <AddressField
        label={t('admin.caisses.address')}
        description={t('admin.caisses.lines')}
        text={text}
        onType={setText}
        fault={fault}
        asked={asked}
      />
      <div className={classes.effects} aria-live="polite">
        <span className="strong small">{t('admin.caisses.effectTitle')}</span>
        {isNew && preview.data ? (
          <Effects preview={preview.data} />
        ) : (
          <p className="small dim">{isNew ? t('admin.caisses.effect') : t('admin.caisses.same')}</p>
        )}
        <FormProblem error={preview.error} />
      </div>
      <FormProblem error={keep.error} />
      <div className={classes.buttons}>
        <Button onClick={save} loading={keep.isPending} disabled={!isNew} rightSection={<KeyCap keys="mod+Enter" />}>
          {keep.isPending ? t('admin.caisses.saving') : t('admin.caisses.save')}
        </Button>
      </div>
    </div>
  );
}

function Effects({ preview: { files, more, samples } }: { preview: CaisseAddressPreview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <>
      <p className="small">
        {t('admin.caisses.files', { count: files })} {more > 0 && t('admin.caisses.moreFiles', { count: more })}
      </p>
      {samples.length > 0 && (
        <ul>
          {samples.slice(0, FILES_SHOWN).map(({ fileId, reference, clientName, stage, before, effects }) => (
            <li key={fileId} className="small">
              <Link to={`/files/${fileId}`}>{clientName}</Link>{' '}
              <span className="dim tiny">
                {reference} · {t(`stage.${stage}`)}
              </span>
              {before !== null && (
                <div className="dim tiny">{t('admin.caisses.before', { address: before.join(' · ') })}</div>
              )}
              {effects.map((words) => (
                <div key={words.en} className="dim tiny">
                  {words[language]}
                </div>
              ))}
            </li>
          ))}
          {samples.length > FILES_SHOWN && (
            <li className="small dim">{t('admin.caisses.others', { count: samples.length - FILES_SHOWN })}</li>
          )}
        </ul>
      )}
    </>
  );
}
