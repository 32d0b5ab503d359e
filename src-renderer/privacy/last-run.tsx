import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDayTime } from '#renderer/app/format.ts';
import type { RetentionStatus } from '#shared/contract/privacy.contract.ts';
import { RETENTION, type RetentionRule } from '#shared/privacy/retention.ts';

const RULES = Object.keys(RETENTION) as RetentionRule[];

/** When the rules were last applied, and what they removed last. */
export function LastRun({ status: { lastRunAt, lastRemoval } }: { status: RetentionStatus }) {
  const { t } = useTranslation('privacy');
  return (
    <Stack component="section" gap="sm" aria-labelledby="retention-last">
      <Title order={3} id="retention-last">
        {t('retention.lastTitle')}
      </Title>
      <Text size="sm">
        {lastRunAt === null
          ? t('retention.neverRan')
          : t('retention.ranAt', { time: formatDayTime(lastRunAt) })}
      </Text>
      {lastRemoval === null ? (
        <Text size="sm">{t('retention.nothingRemoved')}</Text>
      ) : (
        <>
          <Text size="sm">{t('retention.removedAt', { time: formatDayTime(lastRemoval.at) })}</Text>
          <List size="sm">
            {RULES.filter((rule) => lastRemoval.removed[rule] > 0).map((rule) => (
              <List.Item key={rule}>
                {t(`retention.removed.${rule}`, { count: lastRemoval.removed[rule] })}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Stack>
  );
}
