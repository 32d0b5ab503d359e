import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import type { SessionSummary } from '#shared/contract/register.contract.ts';

/** How many were present, those late included, and how many of them were late. */
export function PresentCount({ counts }: Pick<SessionSummary, 'counts'>) {
  const { t } = useTranslation('register');
  return (
    <>
      {formatNumber(counts.present)}
      {counts.late > 0 && (
        <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {t('inclLate', { count: counts.late })}
        </Text>
      )}
    </>
  );
}
