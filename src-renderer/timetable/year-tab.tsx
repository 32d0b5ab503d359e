import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import { NamedDaysPanel } from './named-days-panel.tsx';

/** The school's terms and holidays. */
export function YearTab() {
  const query = useQuery(api.timetable.calendar.queryOptions());
  return (
    <Loaded query={query}>
      {({ terms, holidays }) => (
        <Stack gap="xl">
          <NamedDaysPanel kind="term" days={terms} />
          <NamedDaysPanel kind="holiday" days={holidays} />
        </Stack>
      )}
    </Loaded>
  );
}
