import { Alert, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
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
    <Alert
      color="yellow"
      icon={<IconRefresh aria-hidden />}
      title={t('facesDue.title', { count: outdated + aged })}
    >
      {outdated > 0 && <Text size="sm">{t('facesDue.outdated', { count: outdated })}</Text>}
      {aged > 0 && <Text size="sm">{t('facesDue.aged', { count: aged })}</Text>}
      <Group mt="sm">
        <LinkButton to="/students" search={{ faces: 'renew' }} size="xs" variant="default">
          {t('facesDue.show')}
        </LinkButton>
      </Group>
    </Alert>
  );
}
