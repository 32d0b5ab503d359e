import { Group, Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconCameraCheck,
  IconCameraExclamation,
  IconCheck,
  IconFlag,
  IconInfoCircle,
  IconPencil,
  IconPhotoOff,
  IconQuestionMark,
  IconUserQuestion,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/format.ts';
import type { Activity } from '#shared/contract/activity.contract.ts';
import { cameraTroubleSchema } from '#shared/recognition/camera-trouble.ts';
import { type FeedLine, feedLines } from './feed.ts';
import classes from './feed-panel.module.css';
import { useLiveStore } from './live-store.ts';

/** What is told in a session's feed; the rest is under Activity. */
const ICONS = {
  sessionStarted: IconFlag,
  sessionEnded: IconFlag,
  marked: IconCheck,
  unmarked: IconArrowBackUp,
  corrected: IconPencil,
  unsureFace: IconQuestionMark,
  unknownFace: IconUserQuestion,
  suspectedPhoto: IconPhotoOff,
  cameraTrouble: IconCameraExclamation,
  cameraBack: IconCameraCheck,
  other: IconInfoCircle,
} as const;

type Told = keyof typeof ICONS;

function toldAs({ kind }: Activity): Told {
  return Object.hasOwn(ICONS, kind) ? (kind as Told) : 'other';
}

function wordsOf(activity: Activity, t: TFunction<'live'>): string {
  const { trouble: named } = activity.detail;
  const trouble = cameraTroubleSchema.safeParse(named);
  return t(`feed.kind.${toldAs(activity)}`, {
    name: activity.studentName ?? '',
    trouble: trouble.success ? t(`trouble.${trouble.data}`) : '',
    context: activity.studentName ? 'named' : undefined,
  });
}

/** What happened in this session besides the list, the newest on top. */
export function FeedPanel() {
  const { t } = useTranslation('live');
  const feed = useLiveStore((state) => state.feed);
  const lines = useMemo(() => feedLines(feed), [feed]);
  return (
    <section className={classes.panel} aria-label={t('feed.title')}>
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

function Line({ line: { activity, count } }: { line: FeedLine }) {
  const { t } = useTranslation('live');
  const told = toldAs(activity);
  const Icon = ICONS[told];
  return (
    <li className={classes.line} data-kind={told}>
      <Group gap={8} wrap="nowrap">
        <Text component="time" size="xs" c="dimmed">
          {formatTime(activity.at)}
        </Text>
        <Icon size={16} aria-hidden className={classes.icon} />
        <Text size="sm" truncate>
          {wordsOf(activity, t)}
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
