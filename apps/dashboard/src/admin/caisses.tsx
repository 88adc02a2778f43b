import { Alert, Badge, Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconMapPinOff, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Caisse } from '@suivi/contracts/caisses';
import { answerOf, client } from '../shell/api.ts';
import { EmptyState } from '../shell/empty.tsx';
import { Problem } from '../shell/problem.tsx';
import { useMe } from '../shell/queries.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { RowsToCome } from '../shell/waiting.tsx';
import classes from './admin.module.css';
import { CaisseDrawer } from './caisse-drawer.tsx';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

/** Every body that files are sent to, and the address that counts. What is missing blocks posting until it is entered. */
export function Caisses() {
  const { t } = useTranslation();
  const mayEnter = useMe().data?.role === 'admin';
  const [search, setSearch] = useSearchParams();
  const query = useQuery({
    queryKey: ['caisses'],
    queryFn: ({ signal }) => answerOf<Caisse[]>(client.GET('/api/caisses', { signal })),
  });
  const q = search.get('q') ?? '';
  const onlyMissing = search.get('missing') === '1';
  // In the address, so that a file's page or a colleague's link opens it.
  const opened = search.get('caisse');
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  const all = query.data;
  const missing = all?.filter(({ address }) => address === null).length ?? 0;
  const rows = all?.filter(
    ({ shortName, department, address }) =>
      plain(`${department} ${shortName}`).includes(plain(q)) && (!onlyMissing || address === null),
  );
  return (
    <>
      <TitleRow title={t('admin.caisses.title')} beside={all && t('admin.caisses.count', { count: all.length })} />
      <div className={classes.tools}>
        <TextInput
          className={classes.search ?? ''}
          aria-label={t('admin.caisses.search')}
          placeholder={t('admin.caisses.search')}
          leftSection={<IconSearch aria-hidden="true" />}
          value={q}
          onChange={(event) => set('q', event.currentTarget.value)}
        />
        <Checkbox
          label={t('admin.caisses.onlyMissing')}
          checked={onlyMissing}
          onChange={(event) => set('missing', event.currentTarget.checked ? '1' : '')}
        />
      </div>
      {rows === undefined ? (
        query.isError ? (
          <Problem error={query.error} retry={() => void query.refetch()} />
        ) : (
          <RowsToCome />
        )
      ) : (
        <div className={classes.page} tabIndex={0} role="group" aria-label={t('admin.caisses.list')}>
          {missing > 0 && (
            <Alert color="ambre" variant="light" icon={<IconMapPinOff aria-hidden="true" />}>
              {t('admin.caisses.missing', { count: missing })}
            </Alert>
          )}
          {rows.length === 0 ? (
            <EmptyState icon={IconSearch} title={t('admin.caisses.nothing', { query: q })} />
          ) : (
            <table className={classes.table}>
              <caption className="unseen">{t('admin.caisses.list')}</caption>
              <thead>
                <tr>
                  <th scope="col" className={classes.narrow}>
                    {t('admin.caisses.department')}
                  </th>
                  <th scope="col">{t('admin.caisses.caisse')}</th>
                  <th scope="col">{t('admin.caisses.address')}</th>
                  <th scope="col" className={classes.narrow}>
                    <span className="unseen">{mayEnter ? t('admin.caisses.correct') : t('admin.caisses.history')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((caisse) => (
                  <tr key={caisse.shortName}>
                    <td className="nums">{caisse.department}</td>
                    <th scope="row" className="strong">
                      {caisse.officialName}
                    </th>
                    <td>
                      {caisse.address === null ? (
                        <Badge color="ambre" variant="light">
                          {t('admin.caisses.none')}
                        </Badge>
                      ) : (
                        <>
                          {caisse.address.join(' · ')}{' '}
                          {caisse.correctedBy !== null && (
                            <span className="dim tiny">{t('admin.caisses.entered', { name: caisse.correctedBy })}</span>
                          )}
                        </>
                      )}
                    </td>
                    <td className={classes.number}>
                      {(mayEnter || caisse.version > 0) && (
                        <EnterButton
                          caisse={caisse}
                          mayEnter={mayEnter}
                          onClick={() => set('caisse', caisse.shortName)}
                        />
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
      )}
      {opened !== null && <CaisseDrawer key={opened} shortName={opened} onClose={() => set('caisse', '')} />}
    </>
  );
}

type ButtonProps = { caisse: Caisse; mayEnter: boolean; onClick: () => void };

function EnterButton({ caisse, mayEnter, onClick }: ButtonProps) {
  const { t } = useTranslation();
  const action = mayEnter
    ? caisse.address === null
      ? t('admin.caisses.enter')
      : t('admin.caisses.correct')
    : t('admin.caisses.history');
  return (
    <Button
      size="compact-sm"
      variant="default"
      onClick={onClick}
      aria-label={t('admin.caisses.actionOf', { action, caisse: caisse.officialName })}
    >
      {action}
    </Button>
  );
}
