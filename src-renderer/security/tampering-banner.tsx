import { Alert, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useIsAdmin } from '#renderer/app/standing.ts';
import { useFindingTitle } from './finding-alert.tsx';

const SECURITY = { to: '/settings/$section', params: { section: 'security' } } as const;
const LOOK_AGAIN_MS = 60_000;

/** For admins, on every screen with the navigation but the one that says more: what was found. */
export function TamperingBanner() {
  const admin = useIsAdmin();
  const isSaidThere = useMatchRoute()(SECURITY) !== false;
  return admin && !isSaidThere ? <Banner /> : null;
}

function Banner() {
  const { t } = useTranslation('security');
  const titleOf = useFindingTitle();
  const { data } = useQuery(
    api.settings.security.integrity.queryOptions({ refetchInterval: LOOK_AGAIN_MS }),
  );
  if (!data?.finding) return null;
  return (
    <Alert color="red" role="alert" radius={0} px="lg" icon={<IconAlertTriangle aria-hidden />}>
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {titleOf(data.finding.problem)}
        </Text>
        <LinkButton {...SECURITY} size="compact-sm" variant="default">
          {t('integrity.bannerLink')}
        </LinkButton>
      </Group>
    </Alert>
  );
}
