import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileExport } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayRangeInput } from '#renderer/app/parts/day-range-input.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import { StudentExportDialog } from '#renderer/exports/student-export-dialog.tsx';
import type { Student } from '#shared/contract/people.contract.ts';
import { HistoryTable } from './history-table.tsx';
import { HistoryTotals } from './history-totals.tsx';
import { useDays } from './use-days.ts';

/** The student's own marks over some days: totals, the share present, and each register. */
export function HistoryTab({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const { range, days, choose } = useDays();
  const [exporting, dialog] = useDisclosure();
  const query = useQuery(
    api.register.studentHistory.queryOptions({
      input: { studentId: student.id, range },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Stack>
      <Group justify="space-between">
        <DayRangeInput label={t('history.days')} hideLabel value={days} onChange={choose} />
        <Button
          variant="default"
          leftSection={<IconFileExport size={18} aria-hidden />}
          onClick={dialog.open}
        >
          {t('history.export')}
        </Button>
      </Group>
      <Loaded query={query}>
        {(history) =>
          history.entries.length === 0 ? (
            <Text size="sm">{t('history.none', { name: student.fullName })}</Text>
          ) : (
            <>
              <HistoryTotals history={history} />
              <Paper p={0}>
                <HistoryTable history={history} />
              </Paper>
            </>
          )
        }
      </Loaded>
      <StudentExportDialog
        opened={exporting}
        onClose={dialog.close}
        student={student}
        days={[range.from, range.to]}
      />
    </Stack>
  );
}
