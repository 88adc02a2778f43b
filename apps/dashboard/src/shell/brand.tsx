/** The mark: a line of what happened, crossed by today. */
export function Mark({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" style={{ flex: 'none' }}>
      <rect width="24" height="24" rx="6" fill="#334E96" />
      <path d="M9 6.5v11" stroke="#fff" strokeWidth="1.8" strokeLinecap="round" />
      <circle cx="9" cy="6.2" r="2.2" fill="#fff" />
      <circle cx="9" cy="17.8" r="2.1" fill="#334E96" stroke="#fff" strokeWidth="1.5" />
      <path d="M5.2 12h13.6" stroke="#F09C7B" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
