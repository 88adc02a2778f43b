import type { Day } from '../calendar/days.ts';
import type { CareKind } from './care.ts';
import { dated, figureOn, type Figure } from './figures.ts';

/** What a visit to a doctor who keeps to the tariffs (sector 1, metropolitan France) is reckoned on, by day. */
export const GP = dated(
  ['2017-05-01', 25_00, 'hyperassur/gp-2023'],
  ['2023-11-01', 26_50, 'hyperassur/gp-2023'],
  ['2024-12-22', 30_00, 'service-public/F17042'],
);
export const GP_UNDER_6 = dated(['2024-12-22', 35_00, 'verspieren/tariffs']);
export const TELECONSULTATION = dated(['2024-12-22', 25_00, 'verspieren/tariffs']);

// The rises of 2026 were planned for July 2025 and put off: `specialists_2026` tells both sides.
export const SPECIALISTS = {
  psychiatrist: dated(['2024-12-22', 55_00, 'verspieren/tariffs'], ['2026-01-01', 57_00, 'adp/2026']),
  gynaecologist: dated(['2024-12-22', 37_00, 'verspieren/tariffs'], ['2026-01-01', 40_00, 'comparez-nous/2026']),
  neurologist: dated(['2024-12-22', 50_00, 'verspieren/tariffs'], ['2026-01-01', 52_00, 'econostrum/2026']),
  geriatrician: dated(['2026-01-01', 42_00, 'adp/2026']),
} as const satisfies Partial<Record<CareKind, Figure[]>>;
export const PAEDIATRICIAN_UNDER_2 = dated(
  ['2024-12-22', 39_00, 'verspieren/tariffs'],
  ['2026-01-01', 40_00, 'adp/2026'],
);

/** Planned and not kept: on these days another source gives the later tariff. */
export const PUT_OFF = { from: '2025-07-01' as Day, until: '2025-12-31' as Day };

/** The tariffs of a kind of visit, oldest first; none where no source tells one. */
export function tariffsOf(kind: CareKind, age: number): readonly Figure[] {
  if (kind === 'gp') return age < 6 ? GP_UNDER_6 : GP;
  if (kind === 'gp_teleconsultation') return TELECONSULTATION;
  if (kind === 'paediatrician') return age < 2 ? PAEDIATRICIAN_UNDER_2 : [];
  return kind in SPECIALISTS ? SPECIALISTS[kind as keyof typeof SPECIALISTS] : [];
}

/** The tariff of a visit on a day, or null where no source tells one: it is then read off the care form. */
export const tariffOn = (kind: CareKind, age: number, day: Day): Figure | null => figureOn(tariffsOf(kind, age), day);
