import { Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Citation } from '@suivi/rules/citations/citations';
import type { Words } from '@suivi/rules/vocabulary';
import { dayTyped } from './dates.ts';
import classes from './explained.module.css';
import { useLanguage, useSay } from './say.ts';

const useCitation = (source: string | undefined) =>
  useQuery({
    queryKey: ['citation', source],
    // The table is long and seldom asked for: it comes with the first explanation.
    queryFn: async (): Promise<Citation | null> => {
      const { CITATIONS } = await import('@suivi/rules/citations/citations');
      return (CITATIONS as Record<string, Citation>)[source ?? ''] ?? null;
    },
    enabled: source !== undefined,
    staleTime: Infinity,
  }).data;

/** The page of the rule behind something of a plan: a key, `document:CODE`, `warning:CODE`, `eligibility`, `caisse`. */
export function RuleLine({ of, source }: { of: string; source?: string }) {
  const { t } = useTranslation();
  const asked = new URLSearchParams(source === undefined ? { of } : { of, source });
  return (
    <span className={classes.source}>
      <Link to={`/believes?${asked.toString()}`}>{t('day.rule')}</Link>
    </span>
  );
}

/** A link to where a rule stands in public, with the day we read it; our own rhythm has no link. */
function SourceLine({ source }: { source: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const citation = useCitation(source);
  if (citation == null) return null;
  if (source === 'playbook') return <>{t('day.playbook')}</>;
  return (
    <>
      {t('day.source')}
      {language === 'fr' ? ' : ' : ': '}
      <a href={citation.address} target="_blank" rel="noreferrer">
        {citation.title}
      </a>
      , {t('day.read', { day: dayTyped(citation.readOn) })}
      {citation.confidence !== 'seen' && `. ${citation.says[language]}`}
    </>
  );
}

/** Why, where that stands in public, and what Suivi believes there: `of` names what is explained, as `RuleLine` does. */
export function Because({ because, source, of }: { because: Words; source?: string; of?: string }) {
  const say = useSay();
  return (
    <>
      <span>{say(because)}</span>
      {source !== undefined && (
        <span className={classes.source}>
          <SourceLine source={source} />
        </span>
      )}
      {of !== undefined && <RuleLine of={of} source={source} />}
    </>
  );
}

/** One explanation at a time: where the pointer rests on one day and the focus is on another, the newer is read. */
let closeShown: (() => void) | null = null;

/** Inside a sentence the words come from the sentence. */
type Props = { explanation: ReactNode; late?: boolean; children?: ReactNode };

/**
 * A date or a fact that explains itself: dotted underline; hover, focus or tap opens the explanation, which is made
 * only then. Esc closes it; the pointer may go into it to follow a link.
 */
export function Explained({ explanation, late, children }: Props) {
  const [opened, setOpened] = useState(false);
  // Hundreds of dates stand on a page: what explains one is made when it is first asked for.
  const [asked, setAsked] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const close = useRef(() => setOpened(false));
  const soon = (open: boolean, ms: number) => {
    clearTimeout(timer.current);
    if (open) setAsked(true);
    timer.current = setTimeout(() => {
      if (open && closeShown !== close.current) {
        closeShown?.();
        closeShown = close.current;
      }
      setOpened(open);
    }, ms);
  };
  // The button is made anew around its first explanation: whoever had come to it by keyboard is still there.
  const here = useRef<HTMLButtonElement>(null);
  const hasFocus = useRef(false);
  useLayoutEffect(() => {
    if (asked && hasFocus.current) here.current?.focus({ preventScroll: true });
  }, [asked]);
  const button = (
    <button
      ref={here}
      type="button"
      className="why nums"
      data-late={late || undefined}
      aria-expanded={opened}
      onPointerEnter={(event) => event.pointerType === 'mouse' && soon(true, 250)}
      onPointerLeave={(event) => event.pointerType === 'mouse' && soon(false, 150)}
      onFocus={(event) => {
        hasFocus.current = true;
        if (event.currentTarget.matches(':focus-visible')) soon(true, 0);
      }}
      onBlur={() => {
        hasFocus.current = false;
        soon(false, 100);
      }}
      onClick={(event) => {
        event.stopPropagation();
        soon(true, 0);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !opened) return;
        event.stopPropagation();
        soon(false, 0);
      }}
    >
      {children}
    </button>
  );
  if (!asked) return button;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={300}
      position="bottom-end"
      withinPortal
      shadow="md"
      trapFocus={false}
      returnFocus={false}
      withRoles={false}
    >
      <Popover.Target>{button}</Popover.Target>
      <Popover.Dropdown
        className={`explanation ${classes.box}`}
        onPointerEnter={() => soon(true, 0)}
        onPointerLeave={() => soon(false, 150)}
        onFocus={() => soon(true, 0)}
        onBlur={() => soon(false, 100)}
        onClick={(event) => event.stopPropagation()}
      >
        <div role="status">{explanation}</div>
      </Popover.Dropdown>
    </Popover>
  );
}
