import { Button, Drawer } from '@mantine/core';
import { IconMailForward } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asProblem } from '../shell/api.ts';
import { dayInSentence } from '../shell/dates.ts';
import { EmptyState } from '../shell/empty.tsx';
import { useKeys } from '../shell/keys.ts';
import { Letter } from '../shell/letter.tsx';
import classes from '../shell/letter.module.css';
import { fileChanged, useToday } from '../shell/queries.ts';
import { useLanguage, useSay } from '../shell/say.ts';
import { emailName } from '../shell/vocabulary.ts';
import type { EmailAhead } from './email-ahead.ts';
import { useHold } from './email-ahead.ts';
import { useTextAhead } from './queries.ts';

/** An email ahead as it will leave, and beneath it what holding or releasing it will do, before it does. */
export function EmailAheadDrawer({ email, onClose }: { email: EmailAhead; onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = useSay();
  const today = useToday();
  const text = useTextAhead(email.fileId, email.key);
  const { hold, isPending } = useHold();
  const act = email.state === 'held' ? 'release' : 'hold';
  // Without an address there is nothing to release: entering one does it.
  const possible = act === 'hold' || email.address !== null;
  const over = text.isError ? asProblem(text.error) : null;
  const go = () => possible && !isPending && hold(email, act, onClose);
  useKeys([{ keys: 'h', act: go, words: t('ahead.keys.hold') }], 'dialog');
  const day = dayInSentence(email.on, today, language);
  const effect =
    email.state === 'held'
      ? t(email.on <= today ? 'ahead.effect.releasedToday' : 'ahead.effect.released', { day })
      : !email.planned
        ? t('ahead.effect.foreseen', { day })
        : t(email.on <= today ? 'ahead.effect.leavesToday' : 'ahead.effect.leaves', { day });
  if (over?.type === 'message_not_waiting') return <NotAhead email={email} detail={over.detail} onClose={onClose} />;
  return (
    <Drawer opened onClose={onClose} size={680} title={<Title email={email} />}>
      <div className={classes.body}>
        <Letter text={text} address={email.address} because={email.because} of={email.key} />
        <div className={classes.foot}>
          <p>
            {email.reason !== null && (
              <>
                {say(email.reason)}
                {email.heldBy !== null && <> {t('file.emails.heldBy', { name: email.heldBy })}</>}{' '}
              </>
            )}
            {possible && effect}
          </p>
          {possible && (
            <Button variant="default" loading={isPending} onClick={go} rightSection={<kbd>H</kbd>}>
              {t(`ahead.${act}`)}
            </Button>
          )}
        </div>
      </div>
    </Drawer>
  );
}

function Title({ email }: { email: EmailAhead }) {
  const { t } = useTranslation();
  return (
    <b className="strong">
      {emailName(t, email)} · {email.clientName}
    </b>
  );
}

/** Between the list and the click it has left: what became of it stands in its file. What is behind is then read anew. */
function NotAhead({ email, detail, onClose }: { email: EmailAhead; detail: string; onClose: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const close = () => {
    onClose();
    void fileChanged(cache, email.fileId);
  };
  return (
    <Drawer opened onClose={close} size={680} title={<Title email={email} />}>
      <EmptyState
        icon={IconMailForward}
        title={t('ahead.notAhead')}
        actions={
          <Button component={Link} to={`/files/${email.fileId}`} variant="default" onClick={close} data-autofocus="">
            {t('ahead.open')}
          </Button>
        }
      >
        {detail}
      </EmptyState>
    </Drawer>
  );
}
