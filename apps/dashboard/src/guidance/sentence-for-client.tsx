import { Button, SegmentedControl } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Care } from '@suivi/rules/guidance/care';
import type { KnownEstimate } from '@suivi/rules/guidance/estimate-types';
import { sentenceFor } from '@suivi/rules/guidance/sentence';
import { useKeys } from '../shell/keys.ts';
import { useNotify } from '../shell/notify.tsx';
import { useLanguage } from '../shell/say.ts';
import type { Shown } from './address.ts';
import classes from './guidance.module.css';

type Props = {
  care: Care;
  estimate: KnownEstimate;
  shown: Shown;
  show: (next: Shown) => void;
};

/** What the client may be told, in the client's language, ready to be pasted. */
export function SentenceForClient({ care, estimate, shown, show }: Props) {
  const { t } = useTranslation();
  const here = useLanguage();
  const notify = useNotify();
  const block = useRef<HTMLQuoteElement>(null);
  const language = shown.tell ?? here;
  const text = sentenceFor(care, estimate)[language];
  const take = async () => {
    try {
      await navigator.clipboard.writeText(text);
      const name = language === 'fr' ? t('guidance.inFrench') : t('guidance.inEnglish');
      notify.done(t('guidance.copied'), t('guidance.copiedBody', { language: name }));
    } catch {
      // A browser that keeps its clipboard to itself: the sentence is selected, one key is left to press.
      if (block.current !== null) window.getSelection()?.selectAllChildren(block.current);
      notify.done(t('guidance.notCopied'), t('guidance.notCopiedBody'));
    }
  };
  useKeys([{ keys: 'y', act: () => void take(), words: t('guidance.keys.copy') }]);
  return (
    <section className={classes.client} aria-label={t('guidance.forClient')}>
      <div className={classes.clientHead}>
        <h3>{t('guidance.forClient')}</h3>
        <span className="grow" />
        <SegmentedControl
          size="xs"
          aria-label={t('guidance.language')}
          value={language}
          onChange={(value) => show({ ...shown, tell: value === 'fr' ? 'fr' : 'en' })}
          data={[
            { value: 'en', label: t('guidance.english') },
            { value: 'fr', label: t('guidance.french') },
          ]}
        />
        <Button
          variant="default"
          leftSection={<IconCopy aria-hidden="true" />}
          rightSection={<kbd>Y</kbd>}
          onClick={() => void take()}
        >
          {t('guidance.copy')}
        </Button>
      </div>
      <blockquote ref={block} lang={language}>
        {text}
      </blockquote>
    </section>
  );
}
