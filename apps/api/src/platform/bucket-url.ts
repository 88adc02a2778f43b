/** What is wrong with a setting `OBJECTS_URL`, or null. Says no value: it may hold a password. */
export function bucketUrlFault(text: string): string | null {
  if (text.startsWith('file:') && text.length > 'file:'.length) return null;
  if (!URL.canParse(text)) return 'it is file:folder or s3://key:secret@host/bucket?region=…';
  const { protocol, username, password, hostname, pathname } = new URL(text);
  if (protocol !== 's3:') return 'it begins with file: or s3://';
  if (!username || !password) return 'an s3 address names the key and its secret: s3://key:secret@host/bucket';
  return hostname && /^\/[^/]+$/.test(pathname) ? null : 'an s3 address names a host and one bucket';
}
