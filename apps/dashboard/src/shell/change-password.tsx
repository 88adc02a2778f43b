import { Button, Modal, PasswordInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '@suivi/contracts/me';
import classes from './change-password.module.css';
import { useNotify } from './notify.tsx';
import type { PasswordFault } from './session.ts';
import { changePassword } from './session.ts';

const SHORTEST = 12;

/** The present password and the new one; no rule about its signs, pasting and password managers welcome. */
export function ChangePassword({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [fault, setFault] = useState<PasswordFault | null>(null);
  const [sending, setSending] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const seen = faultOf(current, next);
    setFault(seen);
    if (seen !== null || sending) return;
    setSending(true);
    const answer = await changePassword(current, next);
    setSending(false);
    setFault(answer);
    if (answer !== null) return;
    notify.done(t('password.done'), t('password.doneBody'));
    onClose();
  };
  const said = fault === null ? null : t(`password.fault.${fault}`);
  const atCurrent = fault === 'current_missing' || fault === 'wrong_current';
  const atNew = fault === 'too_short' || fault === 'too_long' || fault === 'guessable' || fault === 'same';
  return (
    <Modal
      opened
      onClose={onClose}
      size={460}
      title={t('password.title')}
      closeButtonProps={{ 'aria-label': t('notice.close') }}
    >
      <form className={classes.form} onSubmit={(event) => void send(event)} noValidate>
        {/* For the password manager, which keeps a password with its name. */}
        <input type="text" name="username" autoComplete="username" value={me.email} readOnly hidden />
        <PasswordInput
          data-autofocus
          label={t('password.current')}
          name="current-password"
          autoComplete="current-password"
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          error={atCurrent && said}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
        />
        <PasswordInput
          label={t('password.new')}
          description={t('password.hint')}
          name="new-password"
          autoComplete="new-password"
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
          error={atNew && said}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
        />
        <p className="dim small">{t('password.effect')}</p>
        {said !== null && !atCurrent && !atNew && (
          <p className={classes.fault} role="alert">
            {said}
          </p>
        )}
        <div className={classes.acts}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('password.cancel')}
          </Button>
          <Button type="submit" loading={sending}>
            {sending ? t('password.saving') : t('password.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** What can be seen before asking: the rest is for the server to say. */
function faultOf(current: string, next: string): PasswordFault | null {
  if (current === '') return 'current_missing';
  if (next.length < SHORTEST) return 'too_short';
  return next === current ? 'same' : null;
}
