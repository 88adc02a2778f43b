import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '@suivi/contracts/messages';
import { useNotify } from '../shell/notify.tsx';
import { FormProblem } from '../shell/problem.tsx';
import { emailName } from '../shell/vocabulary.ts';
import type { FileModel } from './model.ts';
import { useMessageAct } from './queries.ts';
import classes from './void-event.module.css';

type Props = { message: Message; model: FileModel; onClose: () => void };

/** Before an email goes a second time: to whom, and what the client may see. */
export function ResendEmail({ message, model, onClose }: Props) {
  const { t } = useTranslation();
  const notify = useNotify();
  const act = useMessageAct(model.view.id);
  const name = emailName(t, message);
  const address = model.view.client.email ?? '';
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={<b className={classes.title}>{t('file.resend.title', { name })}</b>}
    >
      <p className="small dim">
        {t(message.state === 'uncertain' ? 'file.resend.uncertain' : 'file.resend.failed', { address })}
      </p>
      <FormProblem error={act.error} />
      <div className={classes.acts}>
        <Button
          variant="outline"
          color="cachet"
          loading={act.isPending}
          onClick={() =>
            act.mutate(
              { id: message.id, act: 'resend' },
              {
                onSuccess: () => {
                  notify.done(t('file.emails.did.resend'), name);
                  onClose();
                },
              },
            )
          }
        >
          {t('file.resend.act')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose} rightSection={<kbd>Esc</kbd>}>
          {t('file.resend.keep')}
        </Button>
      </div>
    </Modal>
  );
}
