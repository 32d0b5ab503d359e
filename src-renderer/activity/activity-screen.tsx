import { Button, Group, Paper, SegmentedControl, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconActivity, IconArrowDown, IconArrowUp, IconFileExport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayRangeInput, type DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import { SkeletonRows } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { useAccount, useIsAdmin } from '#renderer/app/standing.ts';
import { ActivityExportDialog } from '#renderer/exports/activity-export-dialog.tsx';
import type { ActivityOrder } from '#shared/contract/activity.contract.ts';
import type { DayRange } from '#shared/contract/base.ts';
import { type ActivityFilter, filtersFor, kindsFor } from './activity-filter.ts';
import { ActivityList } from './activity-list.tsx';
import { useActivity } from './use-activity.ts';

/** What happened, newest or oldest first. */
export function ActivityScreen() {
  const { t } = useTranslation('activity');
  const { role } = useAccount();
  const [filter, setFilter] = useState<ActivityFilter>('all');
  const [order, setOrder] = useState<ActivityOrder>('newest');
  const { days, range, choose } = useChosenDays();
  const [exporting, dialog] = useDisclosure();
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={<ExportButton onClick={dialog.open} />}
      maxWidth={1040}
    >
      <Group gap="sm" role="search">
        <SegmentedControl
          aria-label={t('filter')}
          data={filtersFor(role).map((name) => ({ value: name, label: t(`groups.${name}`) }))}
          value={filter}
          onChange={setFilter}
          w="fit-content"
        />
        <DayRangeInput
          label={t('days')}
          hideLabel
          clearable
          placeholder={t('allDays')}
          value={days}
          onChange={choose}
        />
        <OrderButton order={order} onChange={setOrder} />
      </Group>
      <Paper p={0}>
        <Entries filter={filter} range={range} order={order} />
      </Paper>
      <ActivityExportDialog
        opened={exporting}
        onClose={dialog.close}
        kinds={kindsFor(filter)}
        range={range}
      />
    </Page>
  );
}

/** Which days are shown; a range with one end chosen waits for the other, and none is all days. */
function useChosenDays() {
  const [days, choose] = useState<DaysChosen>([null, null]);
  const [range, setRange] = useState<DayRange>();
  useEffect(() => {
    const [from, to] = days;
    if (from && to) setRange({ from, to });
    else if (from === null && to === null) setRange(undefined);
  }, [days]);
  return { days, range, choose };
}

function ExportButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('activity');
  return (
    <Button
      variant="default"
      leftSection={<IconFileExport size={18} aria-hidden />}
      onClick={onClick}
    >
      {t('export')}
    </Button>
  );
}

interface OrderButtonProps {
  order: ActivityOrder;
  onChange: (order: ActivityOrder) => void;
}

/** Turns the whole log round; it is paged, so that nothing but time can order all of it. */
function OrderButton({ order, onChange }: OrderButtonProps) {
  const { t } = useTranslation('activity');
  const Arrow = order === 'newest' ? IconArrowDown : IconArrowUp;
  return (
    <Button
      variant="default"
      leftSection={<Arrow size={18} aria-hidden />}
      onClick={() => onChange(order === 'newest' ? 'oldest' : 'newest')}
    >
      {t(`order.${order}`)}
    </Button>
  );
}

interface EntriesProps {
  filter: ActivityFilter;
  range: DayRange | undefined;
  order: ActivityOrder;
}

function Entries({ filter, range, order }: EntriesProps) {
  const { t } = useTranslation('activity');
  const admin = useIsAdmin();
  const query = useActivity(filter, range, order);
  if (query.isError) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <SkeletonRows rows={10} />;
  const entries = query.data.pages.flat();
  if (entries.length === 0) {
    return (
      <NothingYet
        icon={<IconActivity aria-hidden />}
        title={range ? t('none.titleDays') : t('none.title')}
        advice={range ? t('none.adviceDays') : admin ? t('none.advice') : t('none.adviceTeacher')}
      />
    );
  }
  return (
    <Stack gap={0}>
      <ActivityList entries={entries} />
      {query.hasNextPage && (
        <Button
          variant="subtle"
          m="md"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t(`more.${order}`)}
        </Button>
      )}
    </Stack>
  );
}
