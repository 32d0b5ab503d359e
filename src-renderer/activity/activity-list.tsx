import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDay, formatTime } from '#renderer/app/format.ts';
import type { Activity } from '#shared/contract/activity.contract.ts';
import { ActivityIcon } from './activity-icon.tsx';
import classes from './activity-list.module.css';
import { activityReason, activityText } from './activity-text.ts';

/** Entries under the days they belong to; both keep the order they come in. */
function byDay(entries: readonly Activity[]): [string, Activity[]][] {
  return Object.entries(Object.groupBy(entries, (entry) => dayOf(entry.at))).map(([day, ofDay]) => [
    day,
    ofDay ?? [],
  ]);
}

export function ActivityList({ entries }: { entries: readonly Activity[] }) {
  return byDay(entries).map(([day, ofDay]) => (
    <section key={day} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className={classes.day}>
        {formatDay(ofDay[0]?.at ?? 0)}
      </h2>
      <ul className={classes.entries}>
        {ofDay.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  ));
}

function Entry({ entry }: { entry: Activity }) {
  const { t } = useTranslation('activity');
  const reason = activityReason(entry);
  return (
    <Group component="li" className={classes.entry} gap="sm" wrap="nowrap" align="flex-start">
      <Text component="time" size="sm" c="dimmed" dateTime={new Date(entry.at).toISOString()}>
        {formatTime(entry.at)}
      </Text>
      <ActivityIcon kind={entry.kind} />
      <Stack gap={0} flex={1} miw={0}>
        <Text size="sm">{activityText(entry)}</Text>
        {reason && (
          <Text size="sm" c="dimmed">
            {reason}
          </Text>
        )}
      </Stack>
      <Text size="sm" c="dimmed" truncate maw={200}>
        {entry.actor ?? t('theApp')}
      </Text>
    </Group>
  );
}
