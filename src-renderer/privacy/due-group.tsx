import { Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import type { DueStudent } from '#shared/contract/privacy.contract.ts';
import type { DueStudents } from './due-groups.ts';

/** More names than this stand behind a button. */
const SHOWN = 8;

interface DueGroupProps {
  group: DueStudents;
  busy: boolean;
  /** Left out: nothing can be kept yet. */
  onKeep?: ((student: DueStudent) => void) | undefined;
}

/** What goes on a day, and of whom by name. */
export function DueGroup({ group, busy, onKeep }: DueGroupProps) {
  const { t } = useTranslation('privacy');
  const [all, { open }] = useDisclosure();
  const { students } = group;
  const shown = all ? students : students.slice(0, SHOWN);
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          <GroupTitle group={group} />
        </Text>
        <Table verticalSpacing={4}>
          <Table.Tbody>
            {shown.map((student) => (
              <DueRow key={student.studentId} student={student} busy={busy} onKeep={onKeep} />
            ))}
          </Table.Tbody>
        </Table>
        {shown.length < students.length && (
          <Group>
            <Button size="compact-sm" variant="subtle" onClick={open}>
              {t('retention.showAll', { count: students.length })}
            </Button>
          </Group>
        )}
      </Stack>
    </Paper>
  );
}

function GroupTitle({ group: { rule, eraseOn, students } }: { group: DueStudents }) {
  const { t } = useTranslation('privacy');
  const count = students.length;
  if (eraseOn === null) return t('retention.keptTitle', { count });
  return t(`retention.on.${rule}`, { count, day: formatCalendarDay(eraseOn) });
}

function DueRow({ student, busy, onKeep }: Omit<DueGroupProps, 'group'> & { student: DueStudent }) {
  const { t } = useTranslation('privacy');
  const { studentId, fullName, className, since, rule, kept } = student;
  const verb = kept ? 'letGo' : 'keep';
  return (
    <Table.Tr>
      <Table.Td>
        <TextLink to="/students/$studentId" params={{ studentId }} size="sm">
          {fullName}
        </TextLink>
      </Table.Td>
      <Table.Td>{className}</Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {t(`retention.since.${rule}`, { day: formatCalendarDay(since) })}
        </Text>
      </Table.Td>
      <Table.Td ta="end">
        {onKeep && (
          <Button
            size="compact-sm"
            variant="light"
            disabled={busy}
            aria-label={t(`retention.${verb}Of`, { name: fullName })}
            onClick={() => onKeep(student)}
          >
            {t(`retention.${verb}`)}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
