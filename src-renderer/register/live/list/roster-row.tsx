import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconEye } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/format.ts';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import { isKnownAway } from '#shared/register/known-away.ts';
import { StatusBadge } from '../../status-badge.tsx';
import { useLiveStore } from '../live-store.ts';
import { statusOf } from './roster.ts';
import classes from './roster-row.module.css';
import { StatusButtons } from './status-buttons.tsx';

interface RosterRowProps {
  entry: RosterEntry;
  session: SessionDetail;
  selected: boolean;
  /** Whether Tab comes to this row. */
  tabStop: boolean;
  /** Whether the list may scroll to it when a face has marked it. */
  follow: boolean;
  /** Whether nobody can be marked by face. */
  byHand: boolean;
}

/** One student: where they stand, how they were marked, and the buttons that change it. */
export function RosterRow({ entry, session, selected, tabStop, follow, byHand }: RosterRowProps) {
  const name = useRef<HTMLButtonElement>(null);
  const fresh = useLiveStore((state) => state.justMarked?.mark?.eventId === entry.mark?.eventId);
  useEffect(() => {
    if (selected) name.current?.focus();
  }, [selected]);
  useKeptInView(name, selected, entry);
  useSeenMarked(name, follow && fresh && entry.mark !== null);
  const status = statusOf(entry, session.statuses);
  return (
    <li
      className={classes.row}
      data-selected={selected || undefined}
      data-fresh={(entry.mark && fresh) || undefined}
      data-student={entry.studentId}
    >
      <UnstyledButton
        ref={name}
        className={classes.student}
        data-name
        tabIndex={tabStop ? 0 : -1}
        aria-pressed={selected}
        onClick={() => useLiveStore.setState({ selectedId: entry.studentId })}
        onFocus={() => useLiveStore.setState({ selectedId: entry.studentId })}
      >
        {entry.mark && fresh && <IconCheck className={classes.tick} size={18} aria-hidden />}
        <StatusBadge status={status} unsure={entry.unsure} />
        <span className={classes.words}>
          <span className={classes.name} title={entry.fullName}>
            {entry.fullName}
          </span>
          <span className={classes.detail}>
            <RowDetail entry={entry} byHand={byHand} />
          </span>
        </span>
      </UnstyledButton>
      <StatusButtons entry={entry} session={session} reachable={selected} />
    </li>
  );
}

/** The row chosen is followed to its new place when the filter moves it. */
function useKeptInView(
  row: RefObject<HTMLElement | null>,
  selected: boolean,
  { mark }: RosterEntry,
): void {
  const search = useLiveStore((state) => state.search);
  const shown = useLiveStore((state) => state.shown);
  const markedBy = mark?.eventId;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what moves the row
  useEffect(() => {
    if (selected) row.current?.scrollIntoView({ block: 'nearest' });
  }, [row, selected, markedBy, search, shown]);
}

/** Whom a face has just marked is scrolled to, where nobody is at work in the list. */
function useSeenMarked(row: RefObject<HTMLElement | null>, isNew: boolean): void {
  useEffect(() => {
    if (isNew) row.current?.scrollIntoView({ block: 'nearest' });
  }, [row, isNew]);
}

function SeenWords({ at }: { at: number }) {
  const { t } = useTranslation('live');
  return (
    <span className={classes.seen}>
      <IconEye size={14} aria-hidden /> {t('seen.row', { time: formatTime(at) })}
    </span>
  );
}

function RowDetail({ entry, byHand }: Pick<RosterRowProps, 'entry' | 'byHand'>) {
  const { t } = useTranslation(['live', 'register']);
  if (entry.mark) {
    const { at, method, reason } = entry.mark;
    if (entry.seenAt !== null) return <SeenWords at={entry.seenAt} />;
    if (isKnownAway(entry.mark)) return t('reportedAway', { reason });
    return t('marked', { time: formatTime(at), method: t(`register:method.${method}`) });
  }
  if (entry.unsure) return t('unsureRow');
  // “Not seen” is said only of whom a camera looks for.
  if (byHand) return t('count.unmarked');
  return entry.matchable ? t('notYet') : t('noFace');
}
