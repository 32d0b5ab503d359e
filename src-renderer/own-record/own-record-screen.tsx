import { Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayRangeInput } from '#renderer/app/parts/day-range-input.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { LoadedPage } from '#renderer/app/parts/loaded-page.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { api } from '#renderer/app/query-client.ts';
import { useDays } from '#renderer/people/students/use-days.ts';
import type { DayRange } from '#shared/contract/base.ts';
import type { OwnRecord } from '#shared/contract/own-record.contract.ts';
import type { StudentHistory } from '#shared/contract/register.contract.ts';
import { ownFigures } from '#shared/own-record/own-figures.ts';
import { ConsentsCard } from './consents-card.tsx';
import { FigureCards } from './figure-cards.tsx';
import { LeaderboardCard } from './leaderboard-card.tsx';
import { OwnHistoryCard } from './own-history-card.tsx';
import { StoredCard } from './stored-card.tsx';
import { SubjectsCard } from './subjects-card.tsx';

/** A student's home: how they stand in the registers, and what is stored about them. */
export function OwnRecordScreen() {
  const { t } = useTranslation('ownRecord');
  const query = useQuery(api.ownRecord.get.queryOptions());
  return (
    <LoadedPage query={query} title={t('title')} back={null}>
      {(record) => <OwnRecordPage record={record} />}
    </LoadedPage>
  );
}

function OwnRecordPage({ record }: { record: OwnRecord }) {
  const { t } = useTranslation('ownRecord');
  const { range, days, choose } = useDays();
  const { studentNumber: number, className } = record.student;
  const history = useQuery(
    api.ownRecord.history.queryOptions({
      input: { range },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Page title={t('title')} about={t('about', { number, class: className })} maxWidth={1040}>
      <Group>
        <DayRangeInput label={t('days')} hideLabel value={days} onChange={choose} />
      </Group>
      <Loaded query={history}>{(found) => <Marks history={found} range={range} />}</Loaded>
      <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: 'start' }}>
        <StoredCard record={record} />
        <ConsentsCard consents={record.consents} />
      </SimpleGrid>
    </Page>
  );
}

function Marks({ history, range }: { history: StudentHistory; range: DayRange }) {
  const { t } = useTranslation('ownRecord');
  const { entries, statuses } = history;
  if (entries.length === 0) return <Text size="sm">{t('none')}</Text>;
  const figures = ownFigures(
    entries.filter(({ standing }) => standing === 'counts'),
    statuses,
  );
  return (
    <Stack>
      <FigureCards figures={figures} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: 'start' }}>
        <SubjectsCard subjects={figures.subjects} />
        <LeaderboardCard range={range} />
      </SimpleGrid>
      <OwnHistoryCard history={history} />
    </Stack>
  );
}
