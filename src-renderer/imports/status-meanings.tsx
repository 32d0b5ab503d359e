import { Select, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import { api } from '#renderer/app/query-client.ts';
import type { MarksDraft, StatusChoice } from './marks-draft.ts';

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
      <Table verticalSpacing={6} maw={640}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('marks.statuses.inFile')}</Table.Th>
            <Table.Th>{t('marks.statuses.times')}</Table.Th>
            <Table.Th w={260}>{t('marks.statuses.means')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {facts.statuses.map(({ text, marks }) => (
            <Table.Tr key={text}>
              <Table.Td maw={0} w="40%">
                <Text size="sm" fw={550} truncate title={text}>
                  {text}
                </Text>
              </Table.Td>
              <Table.Td data-figures>{formatNumber(marks)}</Table.Td>
              <Table.Td>
                <Select
                  aria-label={t('marks.statuses.meaningOf', { text })}
                  placeholder={t('marks.statuses.unknown')}
                  data={data}
                  value={keyOf(draft.statuses.get(text) ?? { kind: 'unknown' })}
                  clearable
                  size="xs"
                  onChange={(key) => {
                    const next = new Map(draft.statuses).set(text, choiceOf(key));
                    onChange({ ...draft, statuses: next });
                  }}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {facts.moreStatuses > 0 && (
        <Text size="sm">{t('marks.statuses.more', { count: facts.moreStatuses })}</Text>
      )}
    </Stack>
  );
}
