import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** `#firstCallAfterDays` in the address brings that setting into sight and into the keyboard's hand; `#card` a group. */
export function useShownSetting(ready: boolean) {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (!ready || hash === '') return;
    const found = document.getElementById(decodeURIComponent(hash.slice(1)));
    found?.scrollIntoView({ block: found.tagName === 'H2' ? 'start' : 'center' });
    found?.focus({ preventScroll: true });
  }, [ready, hash, key]);
}
