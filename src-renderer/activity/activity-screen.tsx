import { Button, Paper, SegmentedControl, Stack } from '@mantine/core';
import { IconActivity } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SkeletonRows } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { Page } from '#renderer/app/parts/page.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { useAccount, useIsAdmin } from '#renderer/app/standing.ts';
import { type ActivityGroup, groupsFor } from './activity-groups.ts';
import { ActivityList } from './activity-list.tsx';
import { useActivity } from './use-activity.ts';

/** What happened, newest first. */
export function ActivityScreen() {
  const { t } = useTranslation('activity');
  const { role } = useAccount();
  const [group, setGroup] = useState<ActivityGroup>('all');
  return (
    <Page title={t('title')} about={t('about')} maxWidth={1040}>
      <SegmentedControl
        aria-label={t('filter')}
        data={groupsFor(role).map((name) => ({ value: name, label: t(`groups.${name}`) }))}
        value={group}
        onChange={setGroup}
        w="fit-content"
      />
      <Paper p={0}>
        <Entries group={group} />
      </Paper>
    </Page>
  );
}

function Entries({ group }: { group: ActivityGroup }) {
  const { t } = useTranslation('activity');
  const admin = useIsAdmin();
  const query = useActivity(group);
  if (query.isError) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <SkeletonRows rows={10} />;
  const entries = query.data.pages.flat();
  if (entries.length === 0) {
    return (
      <NothingYet
        icon={<IconActivity aria-hidden />}
        title={t('none.title')}
        advice={admin ? t('none.advice') : t('none.adviceTeacher')}
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
          {t('older')}
        </Button>
      )}
    </Stack>
  );
}
