import { useTranslation } from 'react-i18next';
import type { Doing, Presence } from '@suivi/contracts/presence';
import { DOINGS } from '@suivi/contracts/presence';
import { Avatar } from '../shell/avatar.tsx';
import { useLanguage } from '../shell/say.ts';
import classes from './beside.module.css';

/** Who else has this file open, and what they do there. */
export function OthersHere({ others }: { others: Presence['others'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const firstName = (name: string) => name.split(' ')[0] ?? name;
  const names = (of: Presence['others']) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(of.map(({ name }) => firstName(name)));
  const said = (doing: Doing) => {
    const who = others.filter((other) => other.doing === doing);
    if (who.length === 0) return [];
    if (doing === 'looking') return [t('beside.others.looking', { count: who.length, names: names(who) })];
    return who.map((one) => t(`beside.others.${doing}`, { names: firstName(one.name) }));
  };
  return (
    <div role="status" aria-live="polite" className={classes.others} data-empty={others.length === 0 || undefined}>
      {others.map(({ userId, name, doing }) => (
        <span key={userId} className={classes.ring} data-doing={doing} title={name}>
          <Avatar name={name} unseen />
        </span>
      ))}
      {others.length > 0 && (
        <span className="small dim one-line">{[...DOINGS].reverse().flatMap(said).join(' · ')}</span>
      )}
    </div>
  );
}
