import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '#renderer/app/query-client.ts';
import type { MarksDraft } from './marks-draft.ts';
import { MeaningTable } from './meaning-table.tsx';

/** Names no subject: ids have digits. */
const TO_BE_MADE = 'new';

interface SubjectMeaningsProps {
  draft: MarksDraft;
  onChange: (draft: MarksDraft) => void;
}

/** Which subject each is that is not known by its name; nothing where all are. */
export function SubjectMeanings({ draft, onChange }: SubjectMeaningsProps) {
  const { t } = useTranslation('imports');
  const subjects = useQuery(api.people.subjects.list.queryOptions({ input: {} }));
  const { facts } = draft;
  if (facts.subjects.length === 0) return null;
  const data = [
    { value: TO_BE_MADE, label: t('marks.subjects.make') },
    ...(subjects.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const chosenFor = (text: string) => {
    const chosen = draft.subjects.get(text);
    return chosen === undefined ? null : (chosen ?? TO_BE_MADE);
  };
  const choose = (text: string, value: string | null) => {
    const next = new Map(draft.subjects);
    if (value === null) next.delete(text);
    else next.set(text, value === TO_BE_MADE ? null : value);
    onChange({ ...draft, subjects: next });
  };
  return (
    <Stack gap="xs" component="section" aria-labelledby="unknown-subjects">
      <Title order={3} id="unknown-subjects">
        {t('marks.subjects.title')}
      </Title>
      <MeaningTable
        texts={facts.subjects}
        data={data}
        chosenFor={chosenFor}
        onChange={choose}
        placeholder={t('marks.subjects.unknown')}
        labelOf={(text) => t('marks.subjects.meaningOf', { text })}
      />
      {facts.moreSubjects > 0 && (
        <Text size="sm">{t('marks.subjects.more', { count: facts.moreSubjects })}</Text>
      )}
    </Stack>
  );
}
