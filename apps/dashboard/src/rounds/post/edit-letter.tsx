import { Button, Modal, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterView } from '@suivi/contracts/letters';
import { useKeys } from '../../shell/keys.ts';
import { KeyCap } from '../../shell/key-cap.tsx';
import { FormProblem } from '../../shell/problem.tsx';
import { bodyAsTyped, changeOf, paragraphsOf, subjectAsTyped, subjectOf } from './change-of-letter.ts';
import { useChangeLetter } from './queries.ts';
import classes from './sheet.module.css';

/** The words of one letter. They hold for it until it is posted, or until the template is taken again. */
export function EditLetter({ view, onClose }: { view: LetterView; onClose: () => void }) {
  const { t } = useTranslation();
  const [subject, setSubject] = useState(subjectAsTyped(view));
  const [body, setBody] = useState(bodyAsTyped(view));
  const change = useChangeLetter(view.taskId, onClose);
  const paragraphs = paragraphsOf(body);
  const ready = subject.trim() !== '' && paragraphs.length > 0;
  const save = () => {
    if (ready && !change.isPending) change.mutate(changeOf(view, { subject: subjectOf(subject), body: paragraphs }));
  };
  useKeys([{ keys: 'mod+Enter', act: save, inFields: true }], 'dialog');
  return (
    <Modal opened onClose={onClose} size={760} title={<b>{t('post.edit')}</b>}>
      <TextInput
        data-autofocus
        label={t('post.subject')}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
        lang="fr"
      />
      <Textarea
        mt={12}
        label={t('post.body')}
        description={t('post.bodyHint')}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        autosize
        minRows={10}
        maxRows={22}
        lang="fr"
      />
      <FormProblem error={change.error} />
      <div className={classes.modalActs}>
        {view.edited && (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => change.mutate(changeOf(view, { subject: null, body: null }))}
          >
            {t('post.templateAgain')}
          </Button>
        )}
        <span className="grow" />
        <Button onClick={save} disabled={!ready} loading={change.isPending} rightSection={<KeyCap keys="mod+Enter" />}>
          {t('post.keepWording')}
        </Button>
      </div>
    </Modal>
  );
}
