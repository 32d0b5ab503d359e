import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay } from '#renderer/app/format.ts';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useIsAdmin } from '#renderer/app/standing.ts';
import type { Membership, Student } from '#shared/contract/people.contract.ts';
import { ClassFromDialog } from './class-from-dialog.tsx';

/** Which class the student belonged to, from when to when. */
export function MembershipCard({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const admin = useIsAdmin();
  const [editing, dialog] = useDisclosure();
  const query = useQuery(
    api.people.students.memberships.queryOptions({ input: { id: student.id } }),
  );
  return (
    <Paper component="section" aria-labelledby="memberships-title" p="lg">
      <Loaded query={query}>
        {(memberships) => (
          <Stack gap="sm">
            <Group justify="space-between">
              <Title order={2} id="memberships-title">
                {t('memberships.title')}
              </Title>
              {admin && student.archivedAt === null && (
                <Button variant="default" size="xs" onClick={dialog.open}>
                  {t('memberships.setFrom')}
                </Button>
              )}
            </Group>
            <MembershipTable memberships={memberships} />
            <Text size="sm" c="dimmed">
              {t('memberships.about')}
            </Text>
            {editing && memberships[0] && (
              <ClassFromDialog student={student} latest={memberships[0]} onClose={dialog.close} />
            )}
          </Stack>
        )}
      </Loaded>
    </Paper>
  );
}

function MembershipTable({ memberships }: { memberships: readonly Membership[] }) {
  const { t } = useTranslation('people');
  return (
    <Table aria-labelledby="memberships-title">
      <TableHead columns={[t('memberships.class'), t('memberships.from'), t('memberships.to')]} />
      <Table.Tbody>
        {memberships.map(({ className, from, to }) => (
          <Table.Tr key={from}>
            <Table.Td fw={550}>{className}</Table.Td>
            <Table.Td>{formatCalendarDay(from)}</Table.Td>
            <Table.Td>{to === null ? t('memberships.now') : formatCalendarDay(to)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
