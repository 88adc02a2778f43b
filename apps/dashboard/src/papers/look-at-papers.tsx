import { Button, Checkbox } from '@mantine/core';
import { IconCircleCheck, IconPhotoOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '@suivi/contracts/papers';
import { wordsOf } from '@suivi/rules/documents/wording';
import type { FileModel } from '../file/model.ts';
import { useLanguage } from '../shell/say.ts';
import classes from './look-at-papers.module.css';
import { paperName } from './paper-options.ts';
import type { Look } from './use-look.ts';

type Props = { model: FileModel; papers: readonly Paper[]; look: Look; renew: () => void };

/** What was sent, as Suivi keeps it: every page in its place, to be looked at by whoever vouches for it. */
export function LookAtPapers({ model, papers, look, renew }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ul className={classes.papers} aria-label={t('papers.look.title')}>
      {papers.map((paper) => {
        const name = paperName(model, { code: paper.document, member: paper.member }, { t, language });
        const { mustShow } = wordsOf(paper.document, paper.member, model.applicant.category);
        return (
          <li key={paper.id} className={classes.paper}>
            <div className={classes.head}>
              <h3>{name}</h3>
              <span className="dim tiny one-line">{paper.name}</span>
              <span className="grow" />
              {paper.state === 'to_check' ? (
                <Checkbox
                  size="xs"
                  checked={!look.isLeft(paper.id)}
                  onChange={(event) => look.leave(paper.id, !event.currentTarget.checked)}
                  label={t('papers.look.right')}
                  aria-label={t('papers.look.rightOf', { name })}
                />
              ) : (
                <span className={`${classes.done} tiny`}>
                  <IconCircleCheck aria-hidden="true" /> {t(`papers.view.state.${paper.state}`)}
                </span>
              )}
            </div>
            <p className="small dim">
              {t('papers.look.mustShow')} {mustShow[language]}
            </p>
            <div className={classes.pages}>
              {paper.pages.map(({ page, url, width, height }) => (
                <Page
                  key={url}
                  src={url}
                  size={{ width, height }}
                  alt={t('papers.view.page', { document: name, page, of: paper.pages.length })}
                  onSeen={() => look.saw(paper.id, page)}
                  renew={renew}
                />
              ))}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

type PageProps = {
  src: string;
  alt: string;
  /** In points: its place is kept while it comes, lest the pages below pass over the screen. */
  size: { width: number; height: number };
  onSeen: () => void;
  renew: () => void;
};

/** Most of a page must be on screen, and for a moment: what is scrolled past has not been looked at. */
const ENOUGH = 0.6;
const A_MOMENT_MS = 250;

/** One page; a click shows it as wide as the place has room. */
function Page({ src, alt, size, onSeen, renew }: PageProps) {
  const { t } = useTranslation();
  const [large, setLarge] = useState(false);
  const [state, setState] = useState<'coming' | 'shown' | 'failed'>('coming');
  const place = useRef<HTMLButtonElement>(null);
  const seen = useRef(onSeen);
  useEffect(() => {
    seen.current = onSeen;
  });
  useEffect(() => {
    const page = place.current;
    if (state !== 'shown' || page === null) return;
    let moment: ReturnType<typeof setTimeout> | undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        clearTimeout(moment);
        if (entries.at(-1)?.isIntersecting) moment = setTimeout(() => seen.current(), A_MOMENT_MS);
      },
      { threshold: large ? 0.1 : ENOUGH },
    );
    watch.observe(page);
    return () => {
      clearTimeout(moment);
      watch.disconnect();
    };
  }, [state, large]);
  if (state === 'failed')
    return (
      <div className={classes.failed} role="alert">
        <IconPhotoOff aria-hidden="true" />
        <span className="small">{t('papers.view.failed')}.</span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            setState('coming');
            renew();
          }}
        >
          {t('state.tryAgain')}
        </Button>
      </div>
    );
  return (
    <button
      ref={place}
      type="button"
      className={classes.page}
      data-large={large || undefined}
      aria-pressed={large}
      onClick={() => setLarge(!large)}
    >
      <img
        src={src}
        alt={alt}
        {...size}
        draggable={false}
        onLoad={() => setState('shown')}
        onError={() => setState('failed')}
      />
    </button>
  );
}
