import { IconArrowLeft, IconBook2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useSearchParams } from 'react-router';
import { CITATIONS } from '@suivi/rules/citations/citations';
import { DISAGREEMENTS } from '@suivi/rules/citations/disagreements';
import { RULES_VERSION } from '@suivi/rules/plan';
import { ruleById, ruleOf, RULES } from '@suivi/rules/register';
import type { Rule } from '@suivi/rules/register/rule';
import { EmptyState } from '../shell/empty.tsx';
import { useKeys } from '../shell/keys.ts';
import { TitleRow } from '../shell/title-row.tsx';
import { findRules } from './find-rules.ts';
import classes from './help.module.css';
import { OnYourFiles } from './on-your-files.tsx';
import { RuleArticle } from './rule-article.tsx';
import { RuleList } from './rule-list.tsx';

/**
 * Every rule with its sources. The address holds what is shown: `#first_call` a rule; `?of=call_3646:with_cpam:1` asks
 * for the rule behind something of a plan, which is what each *because* links to.
 */
export function Believes() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [search, setSearch] = useSearchParams();
  const field = useRef<HTMLInputElement>(null);
  const article = useRef<HTMLElement>(null);

  const [query, onlyDiffering] = [search.get('q') ?? '', search.get('differ') === '1'];
  const rules = findRules(query, onlyDiffering);
  const of = search.get('of');
  const id = decodeURIComponent(hash.slice(1));
  const asked = of === null ? id : of;
  const named = of === null ? ruleById(id) : ruleOf(of, search.get('source') ?? undefined);
  // On a desk the first rule stands beside the list; on a phone the list comes first.
  const shown = asked === '' ? rules[0] : named;

  const addressOf = (rule: Rule) => {
    const kept = new URLSearchParams(search);
    kept.delete('of');
    kept.delete('source');
    return { search: kept.size === 0 ? '' : `?${kept.toString()}`, hash: `#${rule.id}` };
  };
  const go = (by: number) => {
    const next = rules[rules.findIndex((rule) => rule === shown) + by];
    if (next !== undefined) void navigate(addressOf(next), { replace: true });
  };
  useKeys([
    { keys: '/', act: () => field.current?.select(), words: t('help.keys.search') },
    { keys: 'j', act: () => go(1), words: t('help.keys.next'), repeats: true },
    { keys: 'k', act: () => go(-1), words: t('help.keys.previous'), repeats: true },
  ]);
  const shownId = shown?.id;
  useEffect(() => {
    article.current?.scrollTo({ top: 0 });
    document.getElementById('rule-list')?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [shownId]);

  const ask = (name: 'q' | 'differ', value: string) =>
    setSearch(
      (before) => {
        if (value === '') before.delete(name);
        else before.set(name, value);
        return before;
      },
      { replace: true },
    );
  return (
    <>
      <TitleRow
        title={t('help.title')}
        beside={
          <span className="at-desk">
            {t('help.counts', {
              version: RULES_VERSION,
              rules: RULES.length,
              sources: Object.keys(CITATIONS).length,
              differ: Object.keys(DISAGREEMENTS).length,
            })}
          </span>
        }
      />
      <div className={classes.columns} data-chosen={asked !== '' || undefined}>
        <div className={classes.first} id="rule-list">
          <RuleList {...{ rules, query, onlyDiffering, field, ask, addressOf }} chosen={shown} />
        </div>
        <div className={classes.shown}>
          <article className={classes.article} ref={article} tabIndex={0} aria-label={t('help.rules')}>
            <Link className={`${classes.back} on-phone`} to={{ search: '', hash: '' }}>
              <IconArrowLeft aria-hidden="true" />
              {t('help.allRules')}
            </Link>
            {shown === undefined && asked !== '' && (
              <EmptyState icon={IconBook2} title={t('help.noRule')}>
                {t('help.noRuleBody')}
              </EmptyState>
            )}
            {shown !== undefined && <RuleArticle key={shown.id} rule={shown} />}
          </article>
          {shown !== undefined && <OnYourFiles key={shown.id} rule={shown} />}
        </div>
      </div>
    </>
  );
}
