import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What the machine said, folded away: for whoever looks into it, not for whoever teaches. */
export function FaultDetail({ detail }: { detail: string }) {
  const { t } = useTranslation('camera');
  if (detail === '') return null;
  return (
    <Text component="details" size="xs" c="dimmed" my="xs">
      <summary>{t('details')}</summary>
      {detail}
    </Text>
  );
}
