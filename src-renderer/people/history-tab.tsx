import { Group, Paper, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#renderer/app/format.ts';
import { DayRangeInput, type DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { DayRange } from '#shared/contract/base.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { HistoryTable } from './history-table.tsx';
import { HistoryTotals } from './history-totals.tsx';

/** About one term. */
const DAYS_BACK = 90;
const DAY_MS = 86_400_000;

/** The days shown; a range with one end chosen waits for the other before it is asked for. */
function useDays() {
  const now = Date.now();
  const usual: DayRange = { from: dayOf(now - DAYS_BACK * DAY_MS), to: dayOf(now) };
  const [range, setRange] = useState(usual);
  const [days, setDays] = useState<DaysChosen>([usual.from, usual.to]);
  function choose(chosen: DaysChosen) {
    const [from, to] = chosen;
    setDays(chosen);
    if (from && to) setRange({ from, to });
  }
  return { range, days, choose };
}

/** The student's own marks over some days: totals, the share present, and each register. */
export function HistoryTab({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const { range, days, choose } = useDays();
  const query = useQuery(
    api.register.studentHistory.queryOptions({
      input: { studentId: student.id, range },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Stack>
      <Group>
        <DayRangeInput label={t('history.days')} hideLabel value={days} onChange={choose} />
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
    </Stack>
  );
}
