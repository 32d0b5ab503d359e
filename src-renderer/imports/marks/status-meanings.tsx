import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/app/query-client.ts';
import type { MarksDraft, StatusChoice } from './marks-draft.ts';
import { MeaningTable } from './meaning-table.tsx';

interface StatusMeaningsProps {
  draft: MarksDraft;
  onChange: (draft: MarksDraft) => void;
}

/** A choice as the list of choices names it: `code P`, or `nothing`. */
const keyOf = (meant: StatusChoice) =>
  meant.kind === 'code' ? `code ${meant.code}` : meant.kind === 'nothing' ? 'nothing' : null;

function choiceOf(key: string | null): StatusChoice {
  if (key === 'nothing') return { kind: 'nothing' };
  return key === null ? { kind: 'unknown' } : { kind: 'code', code: key.slice('code '.length) };
}

/** What each status of the list is here. */
export function StatusMeanings({ draft, onChange }: StatusMeaningsProps) {
  const { t } = useTranslation('imports');
  const statuses = useQuery(api.statuses.list.queryOptions());
  const inUse = (statuses.data ?? []).filter(({ archivedAt }) => archivedAt === null);
  const data = [
    ...inUse.map(({ code, label }) => ({ value: `code ${code}`, label: `${code} · ${label}` })),
    { value: 'nothing', label: t('marks.statuses.nothing') },
  ];
  const { facts } = draft;
  return (
    <Stack gap="xs">
      <MeaningTable
        texts={facts.statuses}
        data={data}
        chosenFor={(text) => keyOf(draft.statuses.get(text) ?? { kind: 'unknown' })}
        onChange={(text, key) => {
          const next = new Map(draft.statuses).set(text, choiceOf(key));
          onChange({ ...draft, statuses: next });
        }}
        placeholder={t('marks.statuses.unknown')}
        labelOf={(text) => t('marks.statuses.meaningOf', { text })}
      />
      {facts.moreStatuses > 0 && (
        <Text size="sm">{t('marks.statuses.more', { count: facts.moreStatuses })}</Text>
      )}
    </Stack>
  );
}
