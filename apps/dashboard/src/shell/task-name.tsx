import {
  IconBuilding,
  IconEye,
  IconFileSearch,
  IconFolders,
  IconGavel,
  IconId,
  IconMail,
  IconMapPin,
  IconMessage,
  IconPhone,
  IconScale,
  IconShieldHalf,
  IconStethoscope,
  IconTruckDelivery,
  IconUserPlus,
  IconWorldUpload,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { taskNameOf } from '@suivi/rules/names';
import type { TaskKind } from '@suivi/rules/vocabulary';

const ICONS: Record<TaskKind, typeof IconMail> = {
  collect_documents: IconFolders,
  check_documents: IconFileSearch,
  choose_caisse: IconMapPin,
  registered_post: IconMail,
  submit_online: IconWorldUpload,
  trace_post: IconTruckDelivery,
  call_3646: IconPhone,
  office_visit: IconBuilding,
  ameli_message: IconMessage,
  order_card: IconId,
  open_ameli_account: IconUserPlus,
  declare_gp: IconStethoscope,
  file_appeal: IconGavel,
  seize_mediator: IconScale,
  renew_cover: IconShieldHalf,
  review_file: IconEye,
};

/** The icon of a task's kind; its name stands beside it, so it says nothing to a screen reader. */
export function TaskIcon({ kind }: { kind: TaskKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden="true" />;
}

type Named = { key: string; kind: TaskKind; payload?: Record<string, unknown> };

/** A task's name at the desk: a letter is named by its object, a call by its cause, a check by how many papers wait. */
export function taskName(t: TFunction, task: Named): string {
  const { name, count = 0 } = taskNameOf(task);
  return name === 'check_count' ? t('task.check_count', { count }) : t(`task.${name}`);
}
export function useTaskName(): (task: Named) => string {
  const { t } = useTranslation();
  return (task) => taskName(t, task);
}
