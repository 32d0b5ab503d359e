import { Alert, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useIsAdmin } from '#renderer/app/standing.ts';

const LOOK_AGAIN_MS = 60_000;

/** For admins, on every screen with the navigation: the last check found something. */
export function TamperingBanner() {
  const admin = useIsAdmin();
  return admin ? <Banner /> : null;
}

function Banner() {
  const { t } = useTranslation('security');
  const { data } = useQuery(
    api.settings.security.integrity.queryOptions({ refetchInterval: LOOK_AGAIN_MS }),
  );
  if (!data?.finding) return null;
  return (
    <Alert color="red" role="alert" radius={0} icon={<IconAlertTriangle aria-hidden />}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {t('integrity.banner')}
        </Text>
        <LinkButton
          to="/settings/$section"
          params={{ section: 'security' }}
          size="compact-sm"
          variant="default"
        >
          {t('integrity.bannerLink')}
        </LinkButton>
      </Group>
    </Alert>
  );
}
