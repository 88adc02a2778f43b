import {
  IconActivity,
  IconAdjustments,
  IconBook2,
  IconCalendarDue,
  IconCalendarTime,
  IconFileSearch,
  IconFolders,
  IconMail,
  IconMailbox,
  IconMailCheck,
  IconMapPin,
  IconPhone,
  IconReceiptEuro,
  IconUserPause,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Me } from '@suivi/contracts/me';

export type PaletteAction = { id: string; name: string; icon: Icon; act: () => void; keys?: string };

/** The rounds, by their addresses; how many wait in each. */
const ROUNDS = [
  { id: 'post', icon: IconMail, keys: 'g p', count: 'letters' },
  { id: 'calls', icon: IconPhone, keys: 'g c', count: 'calls' },
  { id: 'checks', icon: IconFileSearch, keys: 'g v', count: 'checks' },
] as const;

/** Where the palette leads, for somebody of an agency. */
export function usePlaces(me: Me | undefined): PaletteAction[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  if (me?.agency == null) return [];
  return [
    { id: 'today', name: t('nav.today'), icon: IconCalendarDue, act: () => void navigate('/today'), keys: 'g t' },
    {
      id: 'ahead',
      name: t('ahead.title'),
      icon: IconCalendarTime,
      act: () => void navigate('/ahead'),
      keys: 'g a',
    },
    { id: 'files', name: t('nav.files'), icon: IconFolders, act: () => void navigate('/files'), keys: 'g f' },
    ...ROUNDS.map(({ id, icon, keys, count }) => ({
      id,
      name: t(`palette.round.${id}`, { count: me.counts?.[count] ?? 0 }),
      icon,
      act: () => void navigate(`/rounds/${id}`),
      keys,
    })),
    {
      id: 'arrivals',
      name: t('arrivals.title'),
      icon: IconMailbox,
      act: () => void navigate('/rounds/arrivals'),
      keys: 'g r',
    },
    { id: 'receipts', name: t('receipts.title'), icon: IconMailCheck, act: () => void navigate('/receipts') },
    { id: 'absences', name: t('nav.absences'), icon: IconUserPause, act: () => void navigate('/absences') },
    { id: 'caisses', name: t('admin.caisses.title'), icon: IconMapPin, act: () => void navigate('/caisses') },
    ...(me.role === 'admin'
      ? [
          {
            id: 'automation',
            name: t('nav.automation'),
            icon: IconActivity,
            act: () => void navigate('/automation'),
          },
        ]
      : []),
    { id: 'playbook', name: t('playbook.title'), icon: IconAdjustments, act: () => void navigate('/playbook') },
    {
      id: 'guidance',
      name: t('guidance.title'),
      icon: IconReceiptEuro,
      act: () => void navigate('/guidance'),
    },
    { id: 'believes', name: t('help.title'), icon: IconBook2, act: () => void navigate('/believes') },
  ];
}
