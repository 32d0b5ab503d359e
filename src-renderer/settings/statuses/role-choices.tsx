import { Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ROLE_MEANING, statusInRole, statusRoleSchema } from '#shared/contract/status.ts';
import type { ManagedStatus } from '#shared/contract/statuses.contract.ts';
import { useGiveRole } from './use-statuses.ts';

/** Which status the app itself gives in each case. */
export function RoleChoices({ statuses }: { statuses: readonly ManagedStatus[] }) {
  const { t } = useTranslation('statuses');
  const give = useGiveRole();
  const inUse = statuses.filter(({ archivedAt }) => archivedAt === null);
  return (
    <Stack gap="xs" component="section">
      <Title order={3}>{t('givenFor')}</Title>
      <Text size="sm" c="dimmed">
        {t('rolesAbout')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {statusRoleSchema.options.map((role) => (
          <Select
            key={role}
            label={t(`roles.${role}`)}
            data={inUse
              .filter(({ meaning }) => meaning === ROLE_MEANING[role])
              .map(({ code, label }) => ({ value: code, label: `${code} · ${label}` }))}
            value={statusInRole(statuses, role).code}
            allowDeselect={false}
            disabled={give.isPending}
            onChange={(code) => code !== null && give.mutate({ role, code })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
