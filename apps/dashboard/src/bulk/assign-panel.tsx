import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../shell/keys.ts';
import { useMembers } from '../shell/queries.ts';
import { Options } from './options.tsx';
import type { PanelProps } from './panel.ts';
import { Foreseen } from './foreseen.tsx';

const NOBODY = 'nobody';

/** To which colleague the files go: 1 to 9, 0 nobody. */
export function AssignPanel({ ids, onClose, onDone }: PanelProps) {
  const { t } = useTranslation();
  const members = useMembers().data ?? [];
  const [chosen, setChosen] = useState<string | undefined>();
  const active = members.filter(({ active, role }) => active && role !== 'operator');
  const name = active.find(({ userId }) => userId === chosen)?.name ?? null;
  useKeys([
    ...active.slice(0, 9).map(({ userId }, i) => ({ keys: String(i + 1), act: () => setChosen(userId) })),
    { keys: '0', act: () => setChosen(NOBODY) },
  ]);
  return (
    <Foreseen
      kind="assign"
      action={chosen === undefined ? null : { kind: 'assign', adviser: chosen === NOBODY ? null : chosen }}
      ids={ids}
      adviserName={name}
      title={() =>
        chosen === undefined
          ? t('bulk.title.assignOpen')
          : name === null
            ? t('bulk.title.assignNobody')
            : t('bulk.title.assign', { name })
      }
      form={
        <Options
          label={t('bulk.title.assignOpen')}
          of={[
            ...active.map(({ userId, name }, i) => ({
              id: userId,
              words: name,
              ...(i < 9 && { kbd: String(i + 1) }),
            })),
            { id: NOBODY, words: t('bulk.nobody'), kbd: '0' },
          ]}
          chosen={chosen}
          onChoose={setChosen}
        />
      }
      onClose={onClose}
      onDone={onDone}
      takesFocus={chosen !== undefined}
    />
  );
}
