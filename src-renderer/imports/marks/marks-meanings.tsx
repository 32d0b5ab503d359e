import { Alert, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import { Choice } from '#renderer/app/parts/choice.tsx';
import { api } from '#renderer/app/query-client.ts';
import { DayOrderChoice } from '../day-order-choice.tsx';
import { StepHead } from '../step-head.tsx';
import { ZerosChoice } from '../zeros-choice.tsx';
import { type MarksDraft, missingMeaning } from './marks-draft.ts';
import { StatusMeanings } from './status-meanings.tsx';
import { SubjectMeanings } from './subject-meanings.tsx';

interface PartProps {
  draft: MarksDraft;
  onChange: (draft: MarksDraft) => void;
}

interface MarksMeaningsProps extends PartProps {
  busy: boolean;
  onBack: () => void;
  onNext: () => void;
}

/** The third step: what the list cannot say of itself, and what its statuses are here. */
export function MarksMeanings({ draft, busy, onChange, onBack, onNext }: MarksMeaningsProps) {
  const { t } = useTranslation('imports');
  const { facts } = draft;
  const missing = missingMeaning(draft);
  return (
    <Stack>
      <StepHead
        title={t('marks.meanings.title')}
        about={t('marks.meanings.about', { count: facts.marks, marks: formatNumber(facts.marks) })}
        back={{ words: t('preview.back'), onClick: onBack }}
        next={{ words: t('columns.next'), disabled: missing !== null, busy, onClick: onNext }}
      />
      {missing !== null && (
        <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} role="status">
          {t(`marks.missing.${missing}`)}
        </Alert>
      )}
      {facts.dayOrder.kind === 'open' && (
        <DayOrderChoice
          example={facts.dayOrder.example}
          value={draft.dayOrder}
          onChange={(dayOrder) => onChange({ ...draft, dayOrder })}
        />
      )}
      <Paper p="md">
        <Stack>
          <StatusMeanings draft={draft} onChange={onChange} />
          <SubjectMeanings draft={draft} onChange={onChange} />
          <ForAllMarks draft={draft} onChange={onChange} />
          {facts.zeros && (
            <ZerosChoice
              zeros={facts.zeros}
              checked={draft.withoutZeros}
              onChange={(withoutZeros) => onChange({ ...draft, withoutZeros })}
            />
          )}
          <Choice
            label={t('marks.existing.label')}
            options={[
              { value: 'keep', label: t('marks.existing.keep') },
              { value: 'replace', label: t('marks.existing.replace') },
            ]}
            value={draft.existing}
            onChange={(existing) => onChange({ ...draft, existing })}
          />
          <Text size="sm" c="dimmed">
            {t(`marks.existing.about.${draft.existing}`)}
          </Text>
        </Stack>
      </Paper>
    </Stack>
  );
}

/** What holds for marks that do not say it themselves. */
function ForAllMarks({ draft, onChange }: PartProps) {
  const { t } = useTranslation('imports');
  const { facts } = draft;
  const subjects = useQuery(api.people.subjects.list.queryOptions({ input: {} }));
  if (facts.withoutSubject === 0 && facts.withoutTime === 0) return null;
  return (
    <Group align="flex-start" grow preventGrowOverflow={false}>
      {facts.withoutSubject > 0 && (
        <Select
          label={t('marks.subject.label', { count: facts.withoutSubject })}
          description={t('marks.subject.hint')}
          placeholder={t('marks.subject.none')}
          maw={420}
          data={(subjects.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.subjectId}
          clearable
          searchable
          onChange={(subjectId) => onChange({ ...draft, subjectId })}
        />
      )}
      {facts.withoutTime > 0 && (
        <TimeInput
          label={t('marks.time.label', { count: facts.withoutTime })}
          description={t('marks.time.hint')}
          maw={420}
          value={draft.time}
          onChange={(event) => onChange({ ...draft, time: event.currentTarget.value })}
        />
      )}
    </Group>
  );
}
