import { Alert, Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import type { Language } from '@suivi/rules/vocabulary';
import { client } from '../shell/api.ts';
import { Mark } from '../shell/brand.tsx';
import { speak } from '../shell/language.ts';
import { useLanguage } from '../shell/say.ts';
import type { SignInFault } from '../shell/session.ts';
import { signIn } from '../shell/session.ts';
import classes from './sign-in.module.css';
import { Story } from './story.tsx';

/** Where the person was going; never to another site. */
const goal = (to: string | null): string => (to !== null && /^\/(?![/\\])/.test(to) ? to : '/today');

/** Get in, in the right language, with no hint whether an account exists. */
export function SignIn() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const { hash } = useLocation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [chosen, setChosen] = useState<Language | null>(null);
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const [fault, setFault] = useState<SignInFault | null>(null);
  useEffect(() => {
    document.title = `${t('signIn.title')} · Suivi`;
  }, [t]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (email.trim() === '' || password === '') return;
    setSending(true);
    setFault(null);
    const answer = await signIn(email.trim(), password);
    // A language chosen here is the one that is meant from now on.
    if (answer === null && chosen !== null)
      await client.PATCH('/api/me', { body: { language: chosen } }).catch(() => null);
    setSending(false);
    if (answer === null) void navigate(goal(search.get('to')) + hash, { replace: true });
    else setFault(answer);
  };
  const said: Record<SignInFault, string> = {
    no_match: t('signIn.noMatch'),
    too_many: t('signIn.tooMany'),
    no_connection: t('signIn.noConnection'),
  };
  return (
    <div className={classes.page}>
      <main className={classes.left}>
        <div className={classes.top}>
          <span className={classes.brand}>
            <Mark size={26} /> Suivi
          </span>
          <SegmentedControl
            aria-label={t('signIn.language')}
            value={language}
            onChange={(next) => {
              speak(next as Language);
              setChosen(next as Language);
            }}
            data={[
              { value: 'en', label: <span lang="en">English</span> },
              { value: 'fr', label: <span lang="fr">Français</span> },
            ]}
          />
        </div>
        <form className={classes.form} onSubmit={(event) => void send(event)} noValidate>
          <h1>{t('signIn.title')}</h1>
          {fault !== null && (
            <Alert
              className={classes.fault}
              color="cachet"
              variant="light"
              icon={<IconAlertCircle aria-hidden="true" />}
              role="alert"
            >
              {said[fault]}
            </Alert>
          )}
          <TextInput
            className={classes.field}
            label={t('signIn.email')}
            type="email"
            name="email"
            autoComplete="username"
            autoFocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={tried && email.trim() === '' && t('signIn.emailMissing')}
          />
          <PasswordInput
            className={classes.field}
            label={t('signIn.password')}
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={tried && password === '' && t('signIn.passwordMissing')}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show'), tabIndex: 0 }}
          />
          <Button
            type="submit"
            size="md"
            fullWidth
            className={classes.send}
            loading={sending}
            loaderProps={{ size: 16 }}
          >
            {sending ? t('signIn.sending') : t('signIn.send')}
          </Button>
          <p className="dim tiny">{t('signIn.forgotten')}</p>
        </form>
        <p className="dim tiny">{t('signIn.never')}</p>
      </main>
      <Story />
    </div>
  );
}
