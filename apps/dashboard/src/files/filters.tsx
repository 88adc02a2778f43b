import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FILE_CONCERNS } from '@suivi/contracts/files';
import { CATEGORIES, STAGES } from '@suivi/rules/vocabulary';
import { useMembers } from '../shell/queries.ts';
import type { FilesAsked } from './asked.ts';
import classes from './files.module.css';
import { useCaisses } from './queries.ts';

type Props = { asked: FilesAsked; change: (part: Partial<FilesAsked>) => void };

/** Stages in the order a file goes through them. */
const ON_THE_WAY = [
  'gathering_documents',
  'waiting_for_eligibility',
  'ready_to_submit',
  'submitted',
  'with_cpam',
  'documents_requested',
  'rights_open',
  'number_issued',
  'card_ordered',
  'card_delivered',
  'refused',
  'appealing',
  'nothing_to_file',
  'withdrawn',
] as const satisfies readonly (typeof STAGES)[number][];

/** Stage, caisse, adviser, category, and what there is to watch. */
export function Filters({ asked, change }: Props) {
  const { t } = useTranslation();
  const caisses = useCaisses().data ?? [];
  const members = useMembers().data ?? [];
  return (
    <>
      <Filter
        name={t('filesList.stage')}
        icon={<IconFilter aria-hidden="true" />}
        of={ON_THE_WAY.map((id) => ({ id, words: t(`stage.${id}`) }))}
        chosen={asked.stage}
        choose={(stage) => change({ stage })}
      />
      <Filter
        name={t('filesList.caisse')}
        of={caisses.map(({ shortName }) => ({ id: shortName, words: shortName }))}
        chosen={asked.caisse}
        choose={(caisse) => change({ caisse })}
        findable
      />
      <Filter
        name={t('filesList.adviser')}
        of={members.filter(({ role }) => role !== 'operator').map(({ userId, name }) => ({ id: userId, words: name }))}
        chosen={asked.adviser}
        choose={(adviser) => change({ adviser })}
      />
      <Filter
        name={t('filesList.category')}
        of={CATEGORIES.map((id) => ({ id, words: t(`category.${id}`) }))}
        chosen={asked.category}
        choose={(category) => change({ category })}
      />
      <Filter
        name={t('filesList.concern')}
        of={FILE_CONCERNS.map((id) => ({ id, words: t(`filesList.view.${id}`) }))}
        chosen={asked.concern}
        choose={(concern) => change({ concern })}
      />
    </>
  );
}

type FilterProps<T extends string> = {
  name: string;
  of: readonly { id: T; words: string }[];
  chosen: readonly T[];
  choose: (ids: T[]) => void;
  icon?: ReactNode;
  findable?: boolean;
};

function Filter<T extends string>({ name, of, chosen, choose, icon, findable = false }: FilterProps<T>) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [find, setFind] = useState('');
  const only = chosen.length === 1 ? of.find(({ id }) => id === chosen[0])?.words : undefined;
  const shown = of.filter(({ id, words }) => chosen.includes(id) || words.toLowerCase().includes(find.toLowerCase()));
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          variant="default"
          className={`${classes.filter} at-desk`}
          data-on={chosen.length > 0 || undefined}
          leftSection={icon}
          onClick={() => setOpened(!opened)}
        >
          {only ?? (chosen.length === 0 ? name : `${name} ${chosen.length}`)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.choices} aria-label={name}>
        {findable && (
          <TextInput
            aria-label={t('filesList.filterFind')}
            placeholder={t('filesList.filterFind')}
            value={find}
            onChange={(event) => setFind(event.currentTarget.value)}
            mb={8}
          />
        )}
        <div className={classes.options}>
          {shown.map(({ id, words }) => (
            <Checkbox
              key={id}
              size="xs"
              label={words}
              checked={chosen.includes(id)}
              onChange={(event) =>
                choose(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
              }
            />
          ))}
        </div>
        {chosen.length > 0 && (
          <Button variant="subtle" color="gray" size="compact-sm" mt={8} onClick={() => choose([])}>
            {t('filesList.clearFilter')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
