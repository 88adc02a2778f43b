const LONGEST = 300;

/**
 * What may be told of an error in logs, in the queue and in the table of failures: its kind and a short text without
 * addresses, numbers of many digits or quoted values, since replies of servers and databases quote what clients wrote.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? cleaned(error) : `A ${typeof error} was thrown`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  return cleaned(`${error.name}${code}: ${error.message}`);
}

const cleaned = (text: string): string =>
  text
    .slice(0, LONGEST * 4)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replace(/\S+@\S+/g, '…')
    .replace(/"[^"]*"|'[^']*'|«[^»]*»|“[^”]*”/g, '…')
    .replace(/\d(?:[ .-]?\d){6,}/g, '…')
    .slice(0, LONGEST);
