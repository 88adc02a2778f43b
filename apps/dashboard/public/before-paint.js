// Language and scheme before the first paint, so that nothing flashes. The same names as in src/shell/settings.ts.
(function () {
  var root = document.documentElement;
  var scheme = 'auto';
  try {
    scheme = localStorage.getItem('suivi.scheme') || 'auto';
    var language = localStorage.getItem('suivi.language');
    if (!language) language = /^fr/i.test(navigator.language) ? 'fr' : 'en';
    root.lang = language;
  } catch {
    // Storage may be closed to us: the machine's own settings then.
  }
  if (scheme === 'auto') scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.setAttribute('data-mantine-color-scheme', scheme);
})();
