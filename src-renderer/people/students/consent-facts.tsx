import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#renderer/app/format.ts';
import type { Consent } from '#shared/contract/enrolment.contract.ts';

/** One consent: who gave it, how, and whether it is in force. */
export function ConsentFacts({ consent }: { consent: Consent }) {
  const { t } = useTranslation('people');
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <Text fw={550}>
          {t('consent.given', {
            name: consent.givenBy,
            relation: t(`consent.relation.${consent.relation}`),
          })}
        </Text>
        <Badge variant={consent.withdrawnAt === null ? 'light' : 'default'}>
          {consent.withdrawnAt === null
            ? t('consent.inForce')
            : t('consent.withdrawn', { date: formatDate(consent.withdrawnAt) })}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {t('consent.facts', {
          date: formatDate(consent.givenAt),
          method: t(`consent.method.${consent.method}`),
          version: consent.textVersion,
          by: consent.recordedBy,
        })}
      </Text>
    </Stack>
  );
}
