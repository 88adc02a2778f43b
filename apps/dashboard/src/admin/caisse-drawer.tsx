import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaisseView } from '@suivi/contracts/caisses';
import { answerOf, client } from '../shell/api.ts';
import { Problem } from '../shell/problem.tsx';
import { useMe } from '../shell/queries.ts';
import { RowsToCome } from '../shell/waiting.tsx';
import { AddressForm } from './address-form.tsx';
import { AddressHistory } from './address-history.tsx';
import classes from './caisse-drawer.module.css';

/** Asked often while its files are being told. */
export const caisseQuery = (shortName: string) => ({
  queryKey: ['caisses', shortName],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    answerOf<CaisseView>(client.GET('/api/caisses/{shortName}', { params: { path: { shortName } }, signal })),
  refetchInterval: (query: { state: { data?: CaisseView | undefined } }) =>
    query.state.data?.history[0]?.telling?.ended === false ? 700 : (false as const),
});

/** A caisse's filing address, what correcting it would do, and every address it has had. */
export function CaisseDrawer({ shortName, onClose }: { shortName: string; onClose: () => void }) {
  const { t } = useTranslation();
  const mayEnter = useMe().data?.role === 'admin';
  const query = useQuery(caisseQuery(shortName));
  const caisse = query.data;
  return (
    <Drawer
      opened
      onClose={onClose}
      size={560}
      title={<b>{t('admin.caisses.form', { caisse: caisse?.officialName ?? shortName })}</b>}
    >
      {caisse === undefined ? (
        query.isError ? (
          <Problem error={query.error} retry={() => void query.refetch()} />
        ) : (
          <RowsToCome />
        )
      ) : (
        <div className={classes.drawer}>
          {mayEnter ? (
            <AddressForm key={caisse.version} caisse={caisse} />
          ) : (
            <p className="small dim">{t('admin.caisses.onlyAdmins')}</p>
          )}
          <AddressHistory caisse={caisse} />
        </div>
      )}
    </Drawer>
  );
}
