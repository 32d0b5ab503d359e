import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDayTime, formatNumber } from '#renderer/app/format.ts';
import type { IntegrityStanding } from '#shared/contract/security.contract.ts';

type FindingWithRow = NonNullable<IntegrityStanding['finding']>;

const PROBLEMS = [
  'changed',
  'removed',
  'inserted',
  'reordered',
  'discarded',
  'rewritten',
  'notesAltered',
  'damaged',
] as const;

/** What is wrong, in a few words: not every finding is somebody's doing. */
export function useFindingTitle(): (problem: string) => string {
  const { t } = useTranslation('security');
  return (problem) => {
    const isOwn = problem === 'damaged' || problem === 'notesAltered';
    return t(`integrity.broken.${isOwn ? problem : 'changed'}`);
  };
}

/** The contract leaves open what else may be found one day. */
function nameOf(problem: string): (typeof PROBLEMS)[number] | 'other' {
  return PROBLEMS.find((one) => one === problem) ?? 'other';
}

/** What a check found, whose mark it is, who remembers otherwise, and what to do. */
export function FindingAlert({ finding }: { finding: FindingWithRow }) {
  const { t } = useTranslation('security');
  const titleOf = useFindingTitle();
  const { seq, problem, eventId, row, witness } = finding;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={titleOf(problem)}
    >
      <Stack gap={4}>
        <Text size="sm">
          {t(`integrity.problem.${nameOf(problem)}`, { seq: formatNumber(seq) })}
        </Text>
        {row && (
          <Text size="sm">
            {t('integrity.row', {
              ...row,
              student: row.studentName,
              when: formatDayTime(row.startedAt),
            })}
          </Text>
        )}
        {witness && (
          <Text size="sm">
            {t(`integrity.witness.${witness.by}`, { when: formatDayTime(witness.at) })}
          </Text>
        )}
        {seq > 0 && <Text size="sm">{t('integrity.brokenAbout')}</Text>}
        <Text size="sm">{t('integrity.todo')}</Text>
        {eventId !== '' && <Text size="xs">{t('integrity.eventId', { id: eventId })}</Text>}
      </Stack>
    </Alert>
  );
}
