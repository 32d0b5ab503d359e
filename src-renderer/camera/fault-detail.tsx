import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Folded away: for whoever looks into it, not for whoever teaches. */
export function SupportDetails({ children }: { children: ReactNode }) {
  const { t } = useTranslation('camera');
  return (
    <Text component="details" size="xs" c="dimmed" my="xs">
      <summary>{t('details')}</summary>
      {children}
    </Text>
  );
}

/** What the machine said. */
export function FaultDetail({ detail }: { detail: string }) {
  return detail === '' ? null : <SupportDetails>{detail}</SupportDetails>;
}
