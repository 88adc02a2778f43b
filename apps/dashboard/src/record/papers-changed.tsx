import { Trans, useTranslation } from 'react-i18next';
import { documentName } from '@suivi/rules/documents/names';
import type { PlannedDocument } from '@suivi/rules/plan-types';
import { useLanguage } from '../shell/say.ts';
import type { Effect } from './effect.ts';
import { paperOf } from './effect.ts';
import classes from './record.module.css';

/** Papers by name, with what they were and are; many of them as a number. */
export function PapersChanged({ papers }: { papers: Extract<Effect, { kind: 'papers' }>['papers'] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const state = (paper: PlannedDocument | null, other: PlannedDocument | null): string => {
    if (paper === null) return '–';
    if (paper.need !== other?.need)
      return t(
        `record.effect.${
          { required: 'needed', conditional: 'maybe', optional: 'optional', not_needed: 'notNeeded' }[
            paper.need
          ] as 'needed'
        }`,
      );
    return t(`documentStatus.${paper.status}`);
  };
  const FEW = 4;
  return (
    <>
      {papers.length > FEW && (
        <span className={classes.paper}>{t('record.effect.papers', { count: papers.length })}</span>
      )}
      {papers.slice(0, FEW).map(({ before, after }) => {
        const paper = paperOf({ before, after });
        if (paper === null) return null;
        return (
          <span key={`${paper.code}:${paper.member}`} className={classes.paper}>
            <Trans
              i18nKey="record.effect.paper"
              values={{
                paper: documentName[paper.code][language],
                from: state(before, after),
                to: state(after, before),
              }}
              components={{ b: <b className="strong" /> }}
            />
          </span>
        );
      })}
      {papers.length > FEW && (
        <span className={`${classes.paper} dim`}>{t('record.effect.more', { count: papers.length - FEW })}</span>
      )}
    </>
  );
}
