import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay, formatSpan } from '#renderer/app/format.ts';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { Substitution } from '#shared/contract/accounts.contract.ts';
import { SubstituteDialog } from './substitute-dialog.tsx';
import { useRevokeSubstitution } from './use-substitutions.ts';

/** Who stands in for whom, now and in days to come. */
export function SubstitutesSection() {
  const { t } = useTranslation('accounts');
  const [adding, setAdding] = useState(false);
  const query = useQuery(api.accounts.substitutions.queryOptions());
  return (
    <Stack component="section" gap="sm" aria-labelledby="substitutes-title">
      <Group justify="space-between">
        <Title order={3} id="substitutes-title">
          {t('substitutes.title')}
        </Title>
        <Button
          variant="default"
          leftSection={<IconUserShare size={18} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('substitutes.add')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('substitutes.about')}
      </Text>
      <Loaded query={query}>
        {(substitutions) =>
          substitutions.length === 0 ? (
            <Text size="sm">{t('substitutes.none')}</Text>
          ) : (
            <SubstitutesTable substitutions={substitutions} />
          )
        }
      </Loaded>
      <SubstituteDialog opened={adding} onClose={() => setAdding(false)} />
    </Stack>
  );
}

function SubstitutesTable({ substitutions }: { substitutions: readonly Substitution[] }) {
  const { t } = useTranslation('accounts');
  return (
    <Table aria-labelledby="substitutes-title">
      <TableHead
        columns={[t('substitutes.who'), t('substitutes.for'), t('substitutes.days')]}
        actions
      />
      <Table.Tbody>
        {substitutions.map((one) => (
          <SubstituteRow key={one.id} substitution={one} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function SubstituteRow({ substitution }: { substitution: Substitution }) {
  const { t } = useTranslation('accounts');
  const revoke = useRevokeSubstitution();
  const { accountName, className, forAccountName, days } = substitution;
  const span = formatSpan(formatCalendarDay(days.from), formatCalendarDay(days.to));
  return (
    <Table.Tr>
      <Table.Td fw={550}>{accountName}</Table.Td>
      <Table.Td>
        {className === null
          ? t('substitutes.forTeacher', { name: forAccountName })
          : t('substitutes.forClass', { name: className })}
      </Table.Td>
      <Table.Td>{span}</Table.Td>
      <Table.Td ta="end">
        <Button
          size="compact-sm"
          variant="default"
          loading={revoke.isPending}
          aria-label={t('substitutes.endLabel', { name: accountName })}
          onClick={() => revoke.mutate(substitution)}
        >
          {t('substitutes.end')}
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
