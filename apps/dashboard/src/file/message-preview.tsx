import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '@suivi/contracts/messages';
import { Letter } from '../shell/letter.tsx';
import classes from '../shell/letter.module.css';
import { emailName } from '../shell/vocabulary.ts';
import type { FileModel } from './model.ts';
import { useMessageText } from './queries.ts';

type Props = { message: Message; model: FileModel; onClose: () => void };

/** An email that has left, or did not, as it was written. */
export function MessagePreview({ message, model, onClose }: Props) {
  const { t } = useTranslation();
  const text = useMessageText(message.id, message.state);
  return (
    <Drawer opened onClose={onClose} size={680} title={<b className="strong">{emailName(t, message)}</b>}>
      <div className={classes.body}>
        <Letter text={text} address={model.view.client.email} because={message.because} of={message.key} />
      </div>
    </Drawer>
  );
}
