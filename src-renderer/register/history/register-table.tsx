import { Badge, Group, Table, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDayTime, formatTime } from '#renderer/app/format.ts';
import { methodWords } from '#renderer/register/method-words.ts';
import { reasonText } from '#renderer/register/reason-text.ts';
import { StatusBadge } from '#renderer/register/status-badge.tsx';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import classes from './register-table.module.css';

interface RegisterTableProps {
  session: SessionDetail;
  entries: readonly RosterEntry[];
  onOpen: (studentId: string) => void;
}

/** One row a student; the status opens its history. */
export function RegisterTable({ session, entries, onOpen }: RegisterTableProps) {
  const { t } = useTranslation('history');
  return (
    <Table highlightOnHover horizontalSpacing="md" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('one.number')}</Table.Th>
          <Table.Th>{t('one.name')}</Table.Th>
          <Table.Th>{t('one.status')}</Table.Th>
          <Table.Th>{t('one.how')}</Table.Th>
          <Table.Th>{t('one.at')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('one.change')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.length === 0 && <NoMatch />}
        {entries.map((entry) => (
          <EntryRow
            key={entry.studentId}
            session={session}
            entry={entry}
            onOpen={() => onOpen(entry.studentId)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function NoMatch() {
  const { t } = useTranslation('history');
  return (
    <Table.Tr>
      <Table.Td colSpan={6}>
        <Text size="sm" c="dimmed">
          {t('one.noMatch')}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
}

interface EntryRowProps {
  session: SessionDetail;
  entry: RosterEntry;
  onOpen: () => void;
}

function EntryRow({ session, entry, onOpen }: EntryRowProps) {
  const { t } = useTranslation(['history', 'register']);
  const { mark, unsure } = entry;
  const status = session.statuses.find((one) => one.code === mark?.code) ?? null;
  return (
    <Table.Tr onClick={onOpen} style={{ cursor: 'pointer' }}>
      <Table.Td>{entry.studentNumber}</Table.Td>
      <Table.Td fw={550}>{entry.fullName}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          <UnstyledButton
            className={classes.status}
            onClick={(event) => {
              event.stopPropagation();
              onOpen();
            }}
          >
            <StatusBadge status={status} unsure={unsure} withLabel />
            <VisuallyHidden>{t('one.openCell', { name: entry.fullName })}</VisuallyHidden>
          </UnstyledButton>
          <CorrectedSign mark={mark} endedAt={session.endedAt} />
        </Group>
      </Table.Td>
      <Table.Td title={mark?.reason ? reasonText(mark.reason) : undefined}>
        {mark && t(`register:method.${methodWords(mark.method, mark.reason)}`)}
      </Table.Td>
      <Table.Td>{mark && formatTime(mark.at)}</Table.Td>
      <Table.Td ta="end" c="dimmed" title={t('one.change')}>
        <IconPencil size={16} aria-hidden style={{ verticalAlign: 'middle' }} />
      </Table.Td>
    </Table.Tr>
  );
}

interface CorrectedSignProps {
  mark: RosterEntry['mark'];
  endedAt: number | null;
}

/** That the mark was changed, or taken back, after the register was closed. */
function CorrectedSign({ mark, endedAt }: CorrectedSignProps) {
  const { t } = useTranslation('history');
  // Closing marks everyone: who has no mark afterwards had it taken back.
  if (endedAt === null || (mark && mark.at <= endedAt)) return null;
  return (
    <Badge
      variant="default"
      size="sm"
      title={mark ? t('one.changedAfterAbout', { when: formatDayTime(mark.at) }) : undefined}
    >
      {mark ? t('one.changedAfter') : t('one.takenBack')}
    </Badge>
  );
}
