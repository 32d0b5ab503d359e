import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { formatDayTime, formatPercent } from '#renderer/app/format.ts';
import { methodWords } from '#renderer/register/method-words.ts';
import { reasonText } from '#renderer/register/reason-text.ts';
import { StatusBadge } from '#renderer/register/status-badge.tsx';
import type { historyEventSchema, Status } from '#shared/contract/register.contract.ts';

type HistoryEvent = z.infer<typeof historyEventSchema>;

interface CellHistoryProps {
  events: readonly HistoryEvent[];
  statuses: readonly Status[];
}

/** The events of a cell, oldest first. */
export function CellHistory({ events, statuses }: CellHistoryProps) {
  const { t } = useTranslation('history');
  if (events.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {t('cell.none')}
      </Text>
    );
  }
  const labelOf = (code: string | null) => statuses.find((one) => one.code === code)?.label ?? code;
  return (
    <Stack component="ol" gap="md" m={0} p={0} style={{ listStyle: 'none' }}>
      {events.map((event, index) => (
        <EventRow
          key={event.id}
          event={event}
          from={labelOf(events[index - 1]?.code ?? null)}
          status={statuses.find((one) => one.code === event.code) ?? null}
        />
      ))}
    </Stack>
  );
}

interface EventRowProps {
  event: HistoryEvent;
  /** What stood before it; null where nothing did. */
  from: string | null;
  status: Status | null;
}

function EventRow({ event, from, status }: EventRowProps) {
  const { t } = useTranslation(['history', 'register']);
  const facts = {
    when: formatDayTime(event.capturedAt),
    actor: event.actor,
    method: t(`register:method.${methodWords(event.method, event.reason)}`),
  };
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start">
      <StatusBadge status={event.kind === 'void' ? null : status} />
      <Stack gap={0}>
        <Text size="sm" fw={550}>
          {t(event.kind === 'amend' && from ? 'cell.amendFrom' : `cell.${event.kind}`, {
            from,
            code: status?.label ?? event.code ?? '',
          })}
        </Text>
        <Text size="sm" c="dimmed">
          {event.score === null
            ? t('cell.by', facts)
            : t('cell.byScore', { ...facts, score: formatPercent(event.score) })}
        </Text>
        {event.timeInDoubt && (
          <Text size="sm" c="var(--mantine-color-yellow-text)">
            {t('cell.timeInDoubt')}
          </Text>
        )}
        {event.reason && (
          <Text size="sm">{t('cell.reason', { reason: reasonText(event.reason) })}</Text>
        )}
      </Stack>
    </Group>
  );
}
