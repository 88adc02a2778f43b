import { Badge } from '@mantine/core';
import {
  IconAlertCircle,
  IconCalendarOff,
  IconChevronRight,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconEye,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { inWords } from '@suivi/rules/calendar/words';
import { documentName } from '@suivi/rules/documents/names';
import { documentWords } from '@suivi/rules/documents/wording';
import type { PlannedDocument } from '@suivi/rules/plan-types';
import { DocumentPapers } from '../papers/document-papers.tsx';
import { FilePapers } from '../papers/file-papers.tsx';
import type { OfDocument } from '../papers/file-papers.tsx';
import { useDrop } from '../papers/use-drop.ts';
import { Because, Explained } from '../shell/explained.tsx';
import { useLanguage, useSay } from '../shell/say.ts';
import { useContradicted } from './contradicted.tsx';
import classes from './documents.module.css';
import file from './file.module.css';
import type { Asked } from './file.tsx';
import type { FileModel } from './model.ts';

const ICONS = {
  missing: IconCircle,
  not_yet: IconCircleDashed,
  received: IconEye,
  verified: IconCircleCheck,
  rejected: IconAlertCircle,
  expired: IconCalendarOff,
} as const;

/** What a click on a paper most likely records. */
const NEXT = {
  missing: 'document_received',
  not_yet: 'document_received',
  received: 'document_verified',
  verified: 'document_rejected',
  rejected: 'document_received',
  expired: 'document_received',
} as const;

type Props = { model: FileModel; onRecord: (asked: Asked) => void };

/** Every paper with its reason: what is needed for sending, what later, what not at all and why. */
export function Documents({ model, onRecord }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, applicant, today } = model;
  const inHand = ({ status }: PlannedDocument) => status === 'verified' || status === 'received';
  const shown = plan.documents.filter(({ need, status }) => need !== 'not_needed' || status !== 'missing');
  const now = shown.filter(
    (row) => row.need !== 'conditional' && ((row.need === 'required' && row.neededFor === 'submission') || inHand(row)),
  );
  const needed = now.filter(({ need }) => need === 'required');
  const maybe = shown.filter((row) => row.need === 'conditional');
  const later = shown.filter((row) => !now.includes(row) && !maybe.includes(row));
  const not = plan.documents.filter(({ need, status }) => need === 'not_needed' && status === 'missing');
  const rowWith = (papers: OfDocument) => (document: PlannedDocument, label?: string) => (
    <DocumentRow
      key={`${document.code}:${document.member}`}
      document={document}
      model={model}
      onRecord={onRecord}
      papers={papers}
      label={label}
    />
  );
  const own = now.filter(({ member }) => member === null);
  const children = applicant.members.filter(({ id }) => now.some(({ member }) => member === id));
  return (
    <>
      <div className={file.head}>
        <h2>{t('file.documents.title')}</h2>
        <span className="tiny dim nums">
          {t('file.documents.count', {
            done: needed.filter(({ status }) => status === 'verified').length,
            count: needed.length,
          })}
        </span>
      </div>
      <FilePapers model={model} onRecord={onRecord}>
        {(papers) => {
          const row = rowWith(papers);
          return (
            <>
              <ul>{own.map((document) => row(document))}</ul>
              {children.map((child) => (
                <div key={child.id}>
                  <h3 className={classes.sub}>
                    {t('file.documents.child', { day: inWords(child.birthDate, language, { year: today }) })}
                  </h3>
                  <ul>{now.filter(({ member }) => member === child.id).map((document) => row(document))}</ul>
                </div>
              ))}
              {maybe.length > 0 && (
                <>
                  <h3 className={classes.sub}>{t('file.documents.maybe')}</h3>
                  <ul>{maybe.map((document) => row(document, t('file.documents.maybe')))}</ul>
                </>
              )}
              {later.length > 0 && (
                <>
                  <h3 className={classes.sub}>{t('file.documents.later')}</h3>
                  <ul>{later.map((document) => row(document, t('file.documents.later')))}</ul>
                </>
              )}
              {not.length > 0 && (
                <details className={classes.fold}>
                  <summary>
                    <IconChevronRight aria-hidden="true" />
                    {t('file.documents.notNeeded', { count: not.length })}
                  </summary>
                  <ul>
                    {not.map((document) => (
                      <li key={`${document.code}:${document.member}`} className={classes.not}>
                        <Explained
                          explanation={
                            <Because
                              because={document.because}
                              source={document.source}
                              of={`document:${document.code}`}
                            />
                          }
                        >
                          {documentName[document.code][language]}
                        </Explained>
                        <Reason document={document} model={model} />
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </>
          );
        }}
      </FilePapers>
    </>
  );
}

type RowProps = Props & { document: PlannedDocument; papers: OfDocument; label?: string };

function DocumentRow({ document, model, onRecord, papers, label }: RowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const contradicted = useContradicted(document);
  const { code, member, status } = document;
  const later = label !== undefined && (status === 'missing' || status === 'not_yet');
  const Icon = later ? IconCircleDashed : ICONS[status];
  const name = documentName[code][language];
  const value = member === null ? code : `${code}:${member}`;
  const drop = useDrop((files) => papers.add(files, value));
  return (
    <li className={classes.row} data-status={later ? 'later' : status} {...drop}>
      <span className={classes.icon} role="img" aria-label={later ? label : t(`documentStatus.${status}`)}>
        <Icon aria-hidden="true" />
      </span>
      <span className={classes.name}>
        <button
          type="button"
          title={t(`event.${NEXT[status]}`)}
          onClick={() =>
            onRecord({ record: NEXT[status], document: code, ...(member === null ? undefined : { member }) })
          }
        >
          {name}
        </button>
        {contradicted !== null && model.contradicted.has(`${code}:${member}`) && (
          <Explained explanation={contradicted}>
            <Badge className={classes.differ} color="ambre" variant="light">
              {t('file.documents.differ')}
            </Badge>
          </Explained>
        )}
        {status !== 'verified' && !later && <b className={classes.status}>{t(`documentStatus.${status}`)}</b>}
      </span>
      <Reason document={document} model={model} />
      <DocumentPapers papers={papers.papers(value)} onOpen={papers.open} />
    </li>
  );
}

/** Why it stands as it does, with its days; the source one hover away. */
function Reason({ document, model }: { document: PlannedDocument; model: FileModel }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSay();
  const { code, member, status, availableOn } = document;
  const { deeds, today } = model;
  const day = (on: typeof today) => inWords(on, language, { year: today });
  const last = deeds.findLast(
    (deed) =>
      (deed.type === 'document_received' || deed.type === 'document_verified' || deed.type === 'document_rejected') &&
      deed.document === code &&
      deed.member === member,
  );
  const said: string[] = [];
  if (status === 'rejected' && last?.type === 'document_rejected')
    said.push(
      t('file.documents.sentBack', { day: day(last.on), fault: documentWords[code].faults[last.fault][language] }),
    );
  else if (status === 'not_yet' && availableOn !== null) said.push(t('file.documents.from', { day: day(availableOn) }));
  else if (last !== undefined && 'validUntil' in last && last.validUntil !== null)
    said.push(
      t(status === 'expired' ? 'file.documents.expired' : 'file.documents.validUntil', { day: day(last.validUntil) }),
    );
  if (document.need === 'not_needed') return <p className={classes.because}>{say(document.because)}</p>;
  return (
    <p className={classes.because}>
      <Explained
        explanation={<Because because={document.because} source={document.source} of={`document:${document.code}`} />}
      >
        {[...said, ...(status === 'rejected' ? [] : [say(document.because)])].join(' ')}
      </Explained>
    </p>
  );
}
