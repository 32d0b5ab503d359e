import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useIsAdmin } from '#renderer/app/standing.ts';

/** Tells an admin beforehand of whom a rule will erase something; nothing for others. */
export function ErasuresDueCard() {
  const { t } = useTranslation('privacy');
  const admin = useIsAdmin();
  const due = useQuery(api.privacy.retentionNotices.queryOptions({ enabled: admin }));
  if (!due.data?.eraseOn) return null;
  const { students: count, eraseOn } = due.data;
  return (
    <Paper component="section" aria-labelledby="erasures-due-title" p="lg">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <IconEraser color="var(--status-late-text)" aria-hidden style={{ flexShrink: 0 }} />
            <Title order={2} id="erasures-due-title">
              {t('retention.dueTitle', { count })}
            </Title>
          </Group>
          <TextLink to="/settings/$section" params={{ section: 'privacy' }} size="sm">
            {t('retention.dueShow')}
          </TextLink>
        </Group>
        <Text size="sm">{t('retention.dueAbout', { count, day: formatCalendarDay(eraseOn) })}</Text>
      </Stack>
    </Paper>
  );
}
