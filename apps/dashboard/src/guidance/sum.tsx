import { useTranslation } from 'react-i18next';
import type { Line } from '@suivi/rules/guidance/estimate-types';
import { euros } from '@suivi/rules/guidance/euros';
import { useLanguage, useSay } from '../shell/say.ts';
import classes from './guidance.module.css';
import { SourceLine } from './source-line.tsx';

type Props = {
  title: string;
  lines: readonly Line[];
  total: number;
  /** The first line is what the others are reckoned on: it is not added. */
  firstIsBase?: boolean;
};

/** A sum as a table: each line with its reason and where that stands, then what they make together. */
export function Sum({ title, lines, total, firstIsBase = false }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const language = useLanguage();
  return (
    <table className={classes.sum}>
      <caption>{title}</caption>
      <thead className="unseen">
        <tr>
          <th scope="col">{t('guidance.line')}</th>
          <th scope="col">{t('guidance.amount')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, amount, because, source, rule }, place) => (
          <tr key={label.en} data-base={(firstIsBase && place === 0) || undefined}>
            <th scope="row">
              <span className={classes.label}>{say(label)}</span>
              <span className={classes.because}>{say(because)}</span>
              <SourceLine source={source} rule={rule} />
            </th>
            <td className="nums">{euros(amount)[language]}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('guidance.total')}</th>
          <td className="nums">{euros(total)[language]}</td>
        </tr>
      </tfoot>
    </table>
  );
}
