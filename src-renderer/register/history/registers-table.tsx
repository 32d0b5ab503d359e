import { Badge, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatShortDay, formatTime } from '#renderer/app/format.ts';
import { type Column, type Sort, turned } from '#renderer/app/parts/data-table/column.ts';
import { DataTable } from '#renderer/app/parts/data-table/data-table.tsx';
import { sortRows } from '#renderer/app/parts/data-table/sort-rows.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { PresentCount } from '#renderer/register/present-count.tsx';
import type { SessionSummary } from '#shared/contract/register.contract.ts';

const COUNTS = ['present', 'absent', 'ignored', 'unmarked', 'corrected'] as const;
/** These have a column only while there are any. */
const RARE = new Set<Count>(['unmarked', 'corrected']);
type Count = (typeof COUNTS)[number];

function countsIn(sessions: readonly SessionSummary[]): Count[] {
  return COUNTS.filter(
    (count) => !RARE.has(count) || sessions.some(({ counts }) => counts[count] > 0),
  );
}

/** What can be shown of these registers. */
export function useRegisterColumns(sessions: readonly SessionSummary[]): Column<SessionSummary>[] {
  const { t } = useTranslation('history');
  return useMemo(
    () => [
      {
        name: 'when',
        label: t('list.when'),
        cell: (session) => <When session={session} />,
        by: ({ startedAt }) => startedAt,
        fixed: true,
      },
      {
        name: 'class',
        label: t('list.class'),
        cell: (session) => <ClassName session={session} />,
        by: ({ className }) => className,
        fixed: true,
      },
      {
        name: 'subject',
        label: t('list.subject'),
        cell: ({ subjectName, discarded }) => <Struck struck={discarded}>{subjectName}</Struck>,
        by: ({ subjectName }) => subjectName,
        grows: true,
      },
      {
        name: 'teacher',
        label: t('list.teacher'),
        cell: ({ teacherName }) => <span title={teacherName}>{teacherName}</span>,
        by: ({ teacherName }) => teacherName,
        grows: true,
      },
      ...countsIn(sessions).map(
        (count): Column<SessionSummary> => ({
          name: count,
          label: t(`list.${count}`),
          cell: (session) => <CountOf session={session} count={count} />,
          by: ({ counts, discarded }) => (discarded ? null : counts[count]),
          figures: true,
        }),
      ),
    ],
    [t, sessions],
  );
}

/** Room for the two lines of those present, and of them late. */
const ROW_PX = 48;

interface RegistersTableProps {
  sessions: readonly SessionSummary[];
  columns: readonly Column<SessionSummary>[];
  sort: Sort;
  onSort: (sort: Sort) => void;
}

/** One row a register. */
export function RegistersTable({ sessions, columns, sort, onSort }: RegistersTableProps) {
  const navigate = useNavigate();
  const rows = useMemo(() => sortRows(sessions, columns, sort), [sessions, columns, sort]);
  return (
    <DataTable
      columns={columns}
      rows={rows}
      idOf={({ id }) => id}
      sort={sort}
      rowHeight={ROW_PX}
      onSort={(column) => onSort(turned(sort, column))}
      onOpen={({ id }) => void navigate({ to: '/registers/$sessionId', params: { sessionId: id } })}
    />
  );
}

function When({ session: { id, startedAt } }: { session: SessionSummary }) {
  return (
    <TextLink
      to="/registers/$sessionId"
      params={{ sessionId: id }}
      size="sm"
      fw={550}
      onClick={(event) => event.stopPropagation()}
    >
      {formatShortDay(startedAt)}, {formatTime(startedAt)}
    </TextLink>
  );
}

function Struck({ struck, children }: { struck: unknown; children: string }) {
  return (
    <Text span inherit truncate title={children} td={struck ? 'line-through' : undefined}>
      {children}
    </Text>
  );
}

function ClassName({ session }: { session: SessionSummary }) {
  const { t } = useTranslation('history');
  return (
    <Group gap={4} wrap="nowrap" w="max-content">
      <Struck struck={session.discarded}>{session.className}</Struck>
      {session.endedAt === null && (
        <Badge size="sm" flex="none">
          {t('list.open')}
        </Badge>
      )}
      {session.discarded && (
        <Badge size="sm" flex="none" variant="default" title={session.discarded.reason}>
          {t('list.discarded')}
        </Badge>
      )}
    </Group>
  );
}

function CountOf({ session, count }: { session: SessionSummary; count: Count }) {
  const { counts, discarded } = session;
  if (discarded) return '–';
  return (
    <Text span inherit component="div" c={counts[count] === 0 ? 'dimmed' : undefined}>
      {count === 'present' ? <PresentCount counts={counts} /> : formatNumber(counts[count])}
    </Text>
  );
}
