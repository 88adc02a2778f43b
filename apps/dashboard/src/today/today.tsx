import { useTranslation } from 'react-i18next';
import { TitleRow } from '../shell/title-row.tsx';

export function Today() {
  const { t } = useTranslation();
  return <TitleRow title={t('today.title')} />;
}
