import { Button, Modal } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Caisse } from '@suivi/contracts/caisses';
import type { PostLetter } from '@suivi/contracts/post';
import type { Day } from '@suivi/rules/calendar/days';
import { AddressField } from '../../admin/address-field.tsx';
import { addressFault, linesOf } from '../../admin/address-lines.ts';
import { answerOf, client } from '../../shell/api.ts';
import { useKeys } from '../../shell/keys.ts';
import { useNotify } from '../../shell/notify.tsx';
import { FormProblem } from '../../shell/problem.tsx';
import { useMe, useRecordEvent, useVoidEvent } from '../../shell/queries.ts';
import classes from './post.module.css';

type Props = { letter: PostLetter; today: Day; onClose: () => void };

/** The address that a letter lacks, entered where it is missed. For one file; an admin may enter it for the caisse. */
export function EnterAddress({ letter, today, onClose }: Props) {
  const { t } = useTranslation();
  const notify = useNotify();
  const record = useRecordEvent();
  const voidEvent = useVoidEvent();
  const cache = useQueryClient();
  const mayEnterAll = useMe().data?.role === 'admin';
  const { file } = letter;
  const caisses = useQuery({
    queryKey: ['caisses'],
    queryFn: ({ signal }) => answerOf<Caisse[]>(client.GET('/api/caisses', { signal })),
  });
  // A client who has moved to a caisse whose address the agency has entered for others.
  const known = caisses.data?.find(({ shortName }) => shortName === file.caisse);
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const text = typed ?? (known?.address ?? []).join('\n');
  const lines = linesOf(text);
  const fault = addressFault(lines);
  const save = () => {
    setAsked(true);
    if (fault !== null || record.isPending) return;
    const event = { type: 'applicant_changed', on: today, changes: { caisseAddress: lines } };
    record.mutate(
      { fileId: file.id, event, expectedVersion: file.version },
      {
        onSuccess: ({ eventId, version }) => {
          void cache.invalidateQueries({ queryKey: ['post'] });
          notify.done(t('post.addressDone'), file.clientName, async () => {
            await voidEvent(file.id, eventId, version);
            await cache.invalidateQueries({ queryKey: ['post'] });
          });
          onClose();
        },
      },
    );
  };
  useKeys([{ keys: 'mod+Enter', act: save, inFields: true }], 'dialog');
  return (
    <Modal opened onClose={onClose} size={560} title={<b>{t('post.addressTitle', { name: file.clientName })}</b>}>
      <AddressField
        label={known?.officialName ?? t('admin.caisses.address')}
        description={t('post.addressBody')}
        text={text}
        onType={setTyped}
        fault={fault}
        asked={asked}
      />
      <FormProblem error={record.error} />
      <div className={classes.modalActs}>
        {mayEnterAll && file.caisse !== null && (
          <Link className="small" to={`/caisses?caisse=${encodeURIComponent(file.caisse)}`}>
            {t('post.addressAll', { caisse: known?.officialName ?? file.caisse })}
          </Link>
        )}
        <span className="grow" />
        <Button onClick={save} loading={record.isPending}>
          {t('post.addressSave')}
        </Button>
      </div>
    </Modal>
  );
}
