import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StudentHistory, StudentHistoryEntry } from '#shared/contract/register.contract.ts';
import { methodWords } from './method-words.ts';
import { StatusBadge } from './status-badge.tsx';

/** How a student stood in one register: the status that counts, or why none does. */
export function HistoryStatus({
  entry,
  statuses,
}: {
  entry: StudentHistoryEntry;
  statuses: StudentHistory['statuses'];
}) {
  const { t } = useTranslation('register');
  if (entry.standing !== 'counts') {
    return (
      <Badge variant="default" size="sm">
        {t(`historyEntry.standing.${entry.standing}`)}
      </Badge>
    );
  }
  return (
    <Group gap="xs">
      <StatusBadge
        status={statuses.find(({ code }) => code === entry.code) ?? null}
        size="sm"
        withLabel
      />
      {entry.correctedTimes > 0 && (
        <Badge variant="default" size="sm">
          {t('historyEntry.corrected', { count: entry.correctedTimes })}
        </Badge>
      )}
    </Group>
  );
}

/** How that mark was made. */
export function HistoryMethod({ entry }: { entry: StudentHistoryEntry }) {
  const { t } = useTranslation('register');
  return entry.method && t(`method.${methodWords(entry.method, entry.reason)}`);
}
