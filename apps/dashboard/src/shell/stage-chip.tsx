import { Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconBuildingBank,
  IconCalendarTime,
  IconCircleCheck,
  IconFileAlert,
  IconGavel,
  IconHash,
  IconMailForward,
  IconSend,
  IconUser,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '@suivi/rules/vocabulary';
import classes from './stage-chip.module.css';

/** Whose turn it is colours the chip; icon and words say the stage, so that colour is never alone. */
const TURN: Record<Stage, 'us' | 'client' | 'them' | 'done' | 'trouble' | 'closed'> = {
  gathering_documents: 'client',
  waiting_for_eligibility: 'them',
  ready_to_submit: 'us',
  submitted: 'them',
  with_cpam: 'them',
  documents_requested: 'us',
  rights_open: 'them',
  number_issued: 'us',
  card_ordered: 'them',
  card_delivered: 'done',
  refused: 'trouble',
  appealing: 'trouble',
  nothing_to_file: 'closed',
  withdrawn: 'closed',
};
const ICONS: Record<Stage, typeof IconUser> = {
  gathering_documents: IconUser,
  waiting_for_eligibility: IconCalendarTime,
  ready_to_submit: IconSend,
  submitted: IconMailForward,
  with_cpam: IconBuildingBank,
  documents_requested: IconFileAlert,
  rights_open: IconBuildingBank,
  number_issued: IconHash,
  card_ordered: IconBuildingBank,
  card_delivered: IconCircleCheck,
  refused: IconAlertTriangle,
  appealing: IconGavel,
  nothing_to_file: IconCircleCheck,
  withdrawn: IconBan,
};

export function StageChip({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  const Icon = ICONS[stage];
  return (
    <Badge
      className={classes.chip}
      data-turn={TURN[stage]}
      leftSection={<Icon aria-hidden="true" />}
      variant="light"
      color="gray"
    >
      {t(`stage.${stage}`)}
    </Badge>
  );
}
