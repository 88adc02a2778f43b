import type { SMTPConnectionAuth, SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';

type Place = {
  options: Pick<SMTPConnectionOptions, 'host' | 'port' | 'secure' | 'requireTLS' | 'ignoreTLS' | 'opportunisticTLS'>;
  auth: SMTPConnectionAuth | null;
};

/**
 * Reads `SMTP_URL`: `smtps://user:password@host` (TLS from the start) or `smtp://host` (STARTTLS where it is offered).
 * A password never travels in the clear: with one, or with `?tls=required`, a server without TLS is refused.
 */
export function readSmtpUrl(text: string): Place {
  const url = URL.parse(text);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '')
    throw new Error('SMTP_URL must be smtp://host:port or smtps://user:password@host:port.');
  const secure = url.protocol === 'smtps:';
  const auth =
    url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  const required = auth !== null || url.searchParams.get('tls') === 'required';
  return {
    options: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (secure ? 465 : 587),
      secure,
      ...(!secure && (required ? { requireTLS: true } : { opportunisticTLS: true })),
    },
    auth,
  };
}
