import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useIsAdmin } from '#renderer/app/standing.ts';

/** Tells an admin how many faces are to be enrolled again, and leads to them; nothing for others. */
export function FacesDueCard() {
  const { t } = useTranslation('today');
  const admin = useIsAdmin();
  const due = useQuery(api.people.students.facesDue.queryOptions({ enabled: admin }));
  if (!due.data) return null;
  const { outdated, aged } = due.data;
  if (outdated + aged === 0) return null;
  return (
    <Paper component="section" aria-labelledby="faces-due-title" p="lg">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <IconRefresh color="var(--status-late-text)" aria-hidden style={{ flexShrink: 0 }} />
            <Title order={2} id="faces-due-title">
              {t('facesDue.title', { count: outdated + aged })}
            </Title>
          </Group>
          <TextLink to="/students" search={{ faces: 'renew' }} size="sm">
            {t('facesDue.show')}
          </TextLink>
        </Group>
        {outdated > 0 && <Text size="sm">{t('facesDue.outdated', { count: outdated })}</Text>}
        {aged > 0 && <Text size="sm">{t('facesDue.aged', { count: aged })}</Text>}
      </Stack>
    </Paper>
  );
}
