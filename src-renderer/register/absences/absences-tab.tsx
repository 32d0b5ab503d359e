import { ActionIcon, Badge, Button, Group, Paper, Stack, Table, Text } from '@mantine/core';
import { IconCalendarOff, IconPencil, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, formatCalendarDay, formatSpan } from '#renderer/app/format.ts';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { PlannedAbsence } from '#shared/contract/absences.contract.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { AbsenceDialog } from './absence-dialog.tsx';
import { type Reporting, useCancelAbsence } from './use-absences.ts';

/** Absences of a student that are known in advance. */
export function AbsencesTab({ student }: { student: Student }) {
  const { t } = useTranslation('absences');
  const [reporting, setReporting] = useState<Reporting | null>(null);
  const { id: studentId, fullName: name } = student;
  const query = useQuery(api.absences.list.queryOptions({ input: { of: 'student', studentId } }));
  return (
    <Stack>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text size="sm" c="dimmed" maw={620}>
          {t('about')}
        </Text>
        {student.archivedAt === null && (
          <Button
            flex="none"
            leftSection={<IconCalendarOff size={18} aria-hidden />}
            onClick={() => setReporting({ studentId })}
          >
            {t('report')}
          </Button>
        )}
      </Group>
      <Loaded query={query}>
        {(absences) =>
          absences.length === 0 ? (
            <Text size="sm">{t('none', { name })}</Text>
          ) : (
            <Paper p={0}>
              <AbsencesTable absences={absences} onEdit={(absence) => setReporting({ absence })} />
            </Paper>
          )
        }
      </Loaded>
      <AbsenceDialog reporting={reporting} onClose={() => setReporting(null)} />
    </Stack>
  );
}

interface AbsencesTableProps {
  absences: readonly PlannedAbsence[];
  onEdit: (absence: PlannedAbsence) => void;
}

function AbsencesTable({ absences, onEdit }: AbsencesTableProps) {
  const { t } = useTranslation('absences');
  return (
    <Table horizontalSpacing="md">
      <TableHead columns={[t('days'), t('reason'), t('reportedBy'), t('recorded')]} actions />
      <Table.Tbody>
        {absences.map((absence) => (
          <AbsenceRow key={absence.id} absence={absence} onEdit={() => onEdit(absence)} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function AbsenceRow({ absence, onEdit }: { absence: PlannedAbsence; onEdit: () => void }) {
  const { t } = useTranslation('absences');
  const cancel = useCancelAbsence();
  const { days, reason, reportedBy, recordedBy } = absence;
  const span = formatSpan(formatCalendarDay(days.from), formatCalendarDay(days.to));
  const day = formatCalendarDay(days.from);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          {span}
          {days.to < dayOf(Date.now()) && (
            <Badge size="sm" variant="default">
              {t('over')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>{reason}</Table.Td>
      <Table.Td>{reportedBy}</Table.Td>
      <Table.Td>{recordedBy}</Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('edit', { day })}
            title={t('edit', { day })}
            onClick={onEdit}
          >
            <IconPencil size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('cancel', { day })}
            title={t('cancel', { day })}
            loading={cancel.isPending}
            onClick={() => cancel.mutate(absence)}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
