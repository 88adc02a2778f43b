import { SegmentedControl, Skeleton } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { Problem } from '../../shell/problem.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { RoundFrame } from '../round-frame.tsx';
import { CheckDesk } from './check-desk.tsx';
import classes from './checks.module.css';
import type { Scope } from './queries.ts';
import { useCheckingRound } from './queries.ts';

/**
 * The checking round: documents that wait for a check, across files, one after the other. `?file=` keeps to one client,
 * whoever follows them; `?paper=` begins with that document.
 */
export function Checks() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const oneClient = search.get('file');
  const scope: Scope = oneClient !== null || search.get('scope') === 'team' ? 'team' : 'mine';
  const round = useCheckingRound(scope, oneClient);
  const begun = useRef(false);
  const aside =
    oneClient === null ? (
      <SegmentedControl
        className="at-desk"
        aria-label={t('checks.scope')}
        value={scope}
        onChange={(value) => setSearch(value === 'team' ? { scope: 'team' } : {})}
        data={[
          { value: 'mine', label: t('checks.mine') },
          { value: 'team', label: t('checks.team') },
        ]}
      />
    ) : undefined;
  const { data } = round;
  // A paper that came without a scan is verified on the file.
  if (data?.files.length === 0 && oneClient !== null && search.get('else') === 'record' && !begun.current)
    return <Navigate replace to={`/files/${oneClient}?record=document_verified`} />;
  if (data !== undefined && data.files.length > 0) begun.current = true;
  if (data !== undefined)
    return (
      <CheckDesk
        key={`${scope} ${oneClient}`}
        list={data}
        start={search.get('paper')}
        renew={round.refetch}
        aside={aside}
        oneClient={oneClient}
      />
    );
  return (
    <RoundFrame title={t('checks.title')} done={0} of={0} aside={aside}>
      {round.isError ? <Problem error={round.error} retry={() => void round.refetch()} /> : <DeskToCome />}
    </RoundFrame>
  );
}

function DeskToCome() {
  return (
    <Waiting>
      <div className={classes.toCome}>
        <Skeleton height="70vh" radius="md" />
        <div>
          <Skeleton height={16} width="60%" />
          <Skeleton height={12} width="80%" mt={12} />
          {[0, 1, 2, 3].map((i) => (
            <Skeleton key={i} height={12} mt={20} />
          ))}
        </div>
      </div>
    </Waiting>
  );
}
