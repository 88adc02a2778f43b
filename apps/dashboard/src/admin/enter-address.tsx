import { Button, Modal, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Caisse, EnteredCaisseAddress } from '@suivi/contracts/caisses';
import type { z } from 'zod';
import { answerOf, client } from '../shell/api.ts';
import { KeyCap } from '../shell/key-cap.tsx';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { fileChanged } from '../shell/queries.ts';
import classes from './admin.module.css';

const LONGEST = 38;

/** The filing address of a caisse, as it stands on the envelope. Says before what keeping it does. */
export function EnterAddress({ caisse, onClose }: { caisse: Caisse; onClose: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const notify = useNotify();
  const [text, setText] = useState((caisse.address ?? []).join('\n'));
  const [asked, setAsked] = useState(false);
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const long = lines.findIndex((line) => line.length > LONGEST);
  const fault =
    long >= 0
      ? t('admin.caisses.tooLong', { line: long + 1 })
      : lines.length > 6
        ? t('admin.caisses.tooMany')
        : asked && lines.length < 2
          ? t('admin.caisses.tooFew')
          : null;
  const keep = useMutation({
    mutationFn: () =>
      answerOf<z.infer<typeof EnteredCaisseAddress>>(
        client.PUT('/api/caisses/{shortName}/address', {
          params: { path: { shortName: caisse.shortName } },
          body: {
            lines,
          },
        }),
      ),
    onSuccess: async ({ files }) => {
      await Promise.all([cache.invalidateQueries({ queryKey: ['caisses'] }), fileChanged(cache)]);
      notify.done(t('admin.caisses.done'), t('admin.caisses.doneFiles', { count: files }));
      onClose();
    },
  });
  const save = () => {
    setAsked(true);
    if (long < 0 && lines.length >= 2 && lines.length <= 6 && !keep.isPending) keep.mutate();
  };
  useKeys([{ keys: 'mod+Enter', act: save, inFields: true }], 'dialog');
  return (
    <Modal opened onClose={onClose} size={560} title={t('admin.caisses.form', { caisse: caisse.officialName })}>
      <Textarea
        data-autofocus
        aria-label={t('admin.caisses.address')}
        description={t('admin.caisses.lines')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={fault}
        autosize
        minRows={6}
        maxRows={8}
      />
      <p className={`${classes.effect} small dim`}>{t('admin.caisses.effect')}</p>
      <FormProblem error={keep.error} />
      <div className={classes.buttons}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('admin.caisses.cancel')}
        </Button>
        <Button onClick={save} loading={keep.isPending} rightSection={<KeyCap keys="mod+Enter" />}>
          {keep.isPending ? t('admin.caisses.saving') : t('admin.caisses.save')}
        </Button>
      </div>
    </Modal>
  );
}
