/**
 * The first day of what a source says, where a rule begins by it (a year, a month or a day). It stands apart from the
 * sources' own words, so that a plan in the browser does not bring all of these with it.
 */
export const HOLDS_FROM = { 'css/L160-1-1': '2026-01-01' } as const;
