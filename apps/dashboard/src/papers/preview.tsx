import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconEye, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Paper } from '@suivi/contracts/papers';
import type { Day } from '@suivi/rules/calendar/days';
import { inWords } from '@suivi/rules/calendar/words';
import type { FileModel } from '../file/model.ts';
import { timeOf } from '../shell/dates.ts';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { useLanguage } from '../shell/say.ts';
import { languageName } from '../shell/vocabulary.ts';
import { PageTools } from './page-tools.tsx';
import { PageView } from './page-view.tsx';
import { paperName } from './paper-options.ts';
import classes from './preview.module.css';
import { useRemovePaper } from './queries.ts';
import { sizeInWords } from './size-in-words.ts';
import { usePages } from './use-pages.ts';

type Props = { model: FileModel; paper: Paper; renew: () => Promise<unknown>; onClose: () => void };

/** A document in its place: its pages, and what is known of it. */
export function Preview({ model, paper, renew, onClose }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const phone = useMediaQuery('(max-width: 700px)');
  const pages = usePages(paper, renew);
  const document = paperName(model, { code: paper.document, member: paper.member }, { t, language });
  useKeys(
    [
      { keys: 'ArrowRight', act: pages.next, words: t('papers.view.next') },
      { keys: 'ArrowLeft', act: pages.previous, words: t('papers.view.previous') },
      { keys: ['+', '='], act: pages.zoomIn, words: t('papers.view.zoomIn') },
      { keys: '-', act: pages.zoomOut, words: t('papers.view.zoomOut') },
      { keys: 'ArrowDown', act: () => pages.move(0, 1), words: t('papers.view.move'), repeats: true, quiet: true },
      { keys: 'ArrowUp', act: () => pages.move(0, -1), words: t('papers.view.move'), repeats: true, quiet: true },
      {
        keys: 'Shift+ArrowRight',
        act: () => pages.move(1, 0),
        words: t('papers.view.move'),
        repeats: true,
        quiet: true,
      },
      {
        keys: 'Shift+ArrowLeft',
        act: () => pages.move(-1, 0),
        words: t('papers.view.move'),
        repeats: true,
        quiet: true,
      },
      { keys: 'r', act: pages.turn, words: t('papers.view.turn') },
    ],
    'dialog',
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size={1120}
      fullScreen={phone}
      padding={0}
      title={
        <span className={classes.title}>
          <b>{document}</b>
          <span className="small dim">{model.clientName}</span>
        </span>
      }
      classNames={{ body: classes.body, header: classes.header, content: classes.content }}
    >
      <div className={classes.pages}>
        <PageTools paper={paper} pages={pages} />
        <PageView
          src={pages.src}
          alt={t('papers.view.page', { document, page: pages.page + 1, of: paper.pages.length })}
          lying={pages.lying}
          desk={pages.desk}
          attempt={pages.attempt}
          failed={pages.failed}
          onFailed={pages.onFailed}
          onShown={pages.onShown}
        />
      </div>
      <About model={model} paper={paper} onClose={onClose} />
    </Modal>
  );
}

/** Where it stands, who brought it and who checked it, and when. */
function About({ model, paper, onClose }: Pick<Props, 'model' | 'paper' | 'onClose'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { verdict } = paper;
  const day = (on: Day) => inWords(on, language, { year: model.today });
  const noted = [
    [t('papers.view.issuedOn'), verdict?.issuedOn == null ? null : day(verdict.issuedOn)],
    [t('papers.view.validUntil'), verdict?.validUntil == null ? null : day(verdict.validUntil)],
    [t('papers.view.language'), verdict?.language == null ? null : languageName(verdict.language, language)],
    [t('papers.view.note'), verdict?.note ?? null],
  ] as const;
  return (
    <div className={classes.about}>
      <p>
        <span className={classes.state} data-state={paper.state}>
          {t(`papers.view.state.${paper.state}`)}
        </span>
      </p>
      <dl className={classes.facts}>
        <dt>{t('papers.view.arrived')}</dt>
        <dd>
          {t('papers.view.uploaded', {
            name: paper.uploadedBy,
            day: day(paper.uploadedAt.slice(0, 10) as Day),
            time: timeOf(paper.uploadedAt, language),
          })}
        </dd>
        <dt>{t('papers.view.checked')}</dt>
        <dd>
          {verdict === null
            ? t('papers.view.notChecked')
            : verdict.fault === null
              ? t('papers.view.verifiedBy', { name: verdict.by, day: day(verdict.on) })
              : t('papers.view.rejectedBy', {
                  name: verdict.by,
                  day: day(verdict.on),
                  fault: t(`papers.view.fault.${verdict.fault}`),
                })}
        </dd>
        {noted.map(([name, value]) => value !== null && <Noted key={name} name={name} value={value} />)}
        <dt>{t('papers.view.file')}</dt>
        <dd>
          {t('papers.view.pages', { count: paper.pages.length })} · {sizeInWords(paper.size, language, t)}
        </dd>
        <dt>{t('papers.view.virus')}</dt>
        <dd>{t(`papers.view.scan.${paper.scan}`)}</dd>
      </dl>
      <span className="grow" />
      <Acts paper={paper} onClose={onClose} />
    </div>
  );
}

const Noted = ({ name, value }: { name: string; value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

function Acts({ paper, onClose }: Pick<Props, 'paper' | 'onClose'>) {
  const { t } = useTranslation();
  const notify = useNotify();
  const change = useRemovePaper();
  const remove = () =>
    change.mutate(
      { id: paper.id, act: 'remove' },
      {
        onSuccess: () => {
          notify.done(t('papers.view.removed'), paper.name, () => change.mutateAsync({ id: paper.id, act: 'restore' }));
          onClose();
        },
        onError: (error) => notify.failed(t('papers.view.notRemoved'), error),
      },
    );
  return (
    <div className={classes.acts}>
      {paper.state === 'to_check' && (
        <Button
          component={Link}
          to={`/rounds/checks?file=${paper.fileId}&paper=${paper.id}`}
          leftSection={<IconEye aria-hidden="true" />}
        >
          {t('papers.view.check')}
        </Button>
      )}
      <Button component="a" href={paper.download} target="_blank" rel="noreferrer" variant="default">
        {t('papers.view.download')}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTrash aria-hidden="true" />}
        loading={change.isPending}
        onClick={remove}
      >
        {t('papers.view.remove')}
      </Button>
    </div>
  );
}
