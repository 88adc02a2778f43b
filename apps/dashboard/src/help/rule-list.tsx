import { Checkbox, TextInput } from '@mantine/core';
import { IconArrowsLeftRight, IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AREAS, areaName } from '@suivi/rules/register/rule';
import type { Rule } from '@suivi/rules/register/rule';
import { EmptyState } from '../shell/empty.tsx';
import { useSay } from '../shell/say.ts';
import classes from './help.module.css';

type Props = {
  rules: readonly Rule[];
  chosen: Rule | undefined;
  query: string;
  onlyDiffering: boolean;
  field: RefObject<HTMLInputElement | null>;
  ask: (name: 'q' | 'differ', value: string) => void;
  addressOf: (rule: Rule) => { search: string; hash: string };
};

/** All rules by area, found by words or by whether sources differ. */
export function RuleList({ rules, chosen, query, onlyDiffering, field, ask, addressOf }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  return (
    <nav className={classes.list} aria-label={t('help.rules')}>
      <div className={classes.tools}>
        <TextInput
          ref={field}
          type="search"
          aria-label={t('help.search')}
          placeholder={t('help.searchHint')}
          leftSection={<IconSearch aria-hidden="true" />}
          value={query}
          onChange={(event) => ask('q', event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label={t('help.onlyDiffering')}
          checked={onlyDiffering}
          onChange={(event) => ask('differ', event.currentTarget.checked ? '1' : '')}
        />
      </div>
      {rules.length === 0 && (
        <EmptyState icon={IconSearch} title={t('help.noneFound', { query })}>
          {t('help.noneFoundBody')}
        </EmptyState>
      )}
      {AREAS.map((area) => ({ area, own: rules.filter((rule) => rule.area === area) }))
        .filter(({ own }) => own.length > 0)
        .map(({ area, own }) => (
          <section key={area} aria-labelledby={`area-${area}`}>
            <h2 id={`area-${area}`}>
              {say(areaName[area])} <span className="nums">{own.length}</span>
            </h2>
            <ul>
              {own.map((rule) => (
                <li key={rule.id}>
                  <Link to={addressOf(rule)} aria-current={rule === chosen ? 'page' : undefined}>
                    <span className="grow">{say(rule.title)}</span>
                    {rule.differs !== undefined && (
                      <IconArrowsLeftRight role="img" aria-label={t('help.differ')} className={classes.mark} />
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}
