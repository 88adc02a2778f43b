import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterView } from '@suivi/contracts/letters';
import { containsNir } from '@suivi/rules/numbers/nir';
import { onSaveKey } from '../shell/save-key.ts';
import { paragraphsOf } from './change-of.ts';
import { ChangeProblem } from './change-problem.tsx';
import classes from './letters.module.css';
import { useChangeLetter } from './queries.ts';

type Props = { letter: LetterView; onDone: () => void };

/** The words of a letter, to be changed by hand. A social security number is refused before anything is sent. */
export function Wording({ letter, onDone }: Props) {
  const { t } = useTranslation();
  const change = useChangeLetter(letter.taskId);
  // What is typed is typed on this letter, though a newer one is asked for meanwhile.
  const [began] = useState(letter);
  const [subject, setSubject] = useState(letter.subject);
  const [body, setBody] = useState(paragraphsOf(letter.body).join('\n\n'));
  const [reason, setReason] = useState(letter.changes.reason ?? '');
  const [tracking, setTracking] = useState(letter.changes.trackingNumber ?? '');
  const own = { subject: began.subject, body: paragraphsOf(began.body).join('\n\n') };
  const fault = (text: string) => (containsNir(text) ? t('noteField.number') : null);
  const faulty = [subject, body, reason].some((text) => containsNir(text));
  const paragraphs = body
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter(Boolean);
  const save = (on: LetterView = began) => {
    if (faulty || change.isPending || paragraphs.length === 0 || subject.trim() === '') return;
    const worded = subject !== own.subject || body !== own.body;
    const typed = { reason: reason.trim() || null, trackingNumber: tracking.trim() || null };
    const edit = {
      ...(worded && { subject, body: paragraphs }),
      ...(typed.reason !== began.changes.reason && { reason: typed.reason }),
      ...(typed.trackingNumber !== began.changes.trackingNumber && { trackingNumber: typed.trackingNumber }),
    };
    change.mutate({ began: on, edit }, { onSuccess: onDone });
  };
  return (
    <form
      className={classes.wording}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDownCapture={onSaveKey(() => save())}
    >
      <TextInput
        label={t('letters.drawer.subject')}
        value={subject}
        error={fault(subject)}
        lang="fr"
        data-autofocus
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Textarea
        label={t('letters.drawer.body')}
        description={t('letters.drawer.bodyHint')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autosize
        minRows={14}
        maxRows={26}
        value={body}
        error={fault(body)}
        lang="fr"
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {letter.template === 'supplement' && (
        <TextInput
          label={t('letters.drawer.reason')}
          value={reason}
          error={fault(reason)}
          lang="fr"
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <TextInput
        label={t('letters.drawer.tracking')}
        className={classes.tracking}
        value={tracking}
        autoComplete="off"
        onChange={(event) => setTracking(event.currentTarget.value)}
      />
      <ChangeProblem letter={letter} change={change} onMine={save} onDrop={onDone} />
      <div className={classes.foot}>
        <Button variant="subtle" color="gray" onClick={onDone}>
          {t('letters.drawer.cancel')}
        </Button>
        <Button type="submit" loading={change.isPending} disabled={faulty} rightSection={<kbd>Ctrl Enter</kbd>}>
          {t('letters.drawer.keep')}
        </Button>
      </div>
    </form>
  );
}
