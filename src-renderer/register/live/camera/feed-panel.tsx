import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActivityIcon } from '#renderer/activity/activity-icon.tsx';
import { activityText } from '#renderer/activity/activity-text.ts';
import { formatTime } from '#renderer/app/format.ts';
import type { Activity } from '#shared/contract/activity.contract.ts';
import { useLiveStore } from '../live-store.ts';
import { type FeedLine, feedLines } from './feed.ts';
import classes from './feed-panel.module.css';

/** What happened in this session besides the list, the newest on top. */
export function FeedPanel() {
  const { t } = useTranslation('live');
  const feed = useLiveStore((state) => state.feed);
  const lines = useMemo(() => feedLines(feed), [feed]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.panel} aria-label={t('feed.title')} tabIndex={0}>
      {lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('feed.empty')}
        </Text>
      )}
      <ul className={classes.lines}>
        {lines.map((line) => (
          <Line key={line.activity.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

/** The name of the other student that a face may be; undefined where there is none. */
function useOtherStudent({ kind, detail }: Activity): string | undefined {
  return useLiveStore(({ session }) => {
    if (kind !== 'unsureFace') return undefined;
    return session?.roster.find((row) => row.studentId === detail.other)?.fullName;
  });
}

function Line({ line: { activity, count } }: { line: FeedLine }) {
  const { t } = useTranslation('live');
  const other = useOtherStudent(activity);
  return (
    <li className={classes.line} data-kind={activity.kind}>
      <Group gap={8} wrap="nowrap">
        <Text component="time" size="xs" c="dimmed" dateTime={new Date(activity.at).toISOString()}>
          {formatTime(activity.at)}
        </Text>
        <ActivityIcon kind={activity.kind} />
        <Text size="sm" truncate>
          {activityText(activity, other)}
        </Text>
        {count > 1 && (
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {t('feed.times', { count })}
          </Text>
        )}
      </Group>
    </li>
  );
}
