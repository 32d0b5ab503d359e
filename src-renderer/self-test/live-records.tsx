import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { formatDayTime, formatScore } from '#renderer/app/format.ts';
import type { Outcome } from '#shared/recognition/error-rates.ts';
import { type NameOf, whatWords } from './accuracy-words.ts';
import { CopyResults } from './copy-results.tsx';
import type { LiveRecord } from './live-accuracy.ts';
import type { LiveAccuracy } from './use-live-accuracy.ts';

const OUTCOMES: readonly Outcome[] = ['right', 'wrong', 'missed'];

interface LiveRecordsProps {
  live: LiveAccuracy;
  className: string;
  nameOf: NameOf;
}

/** What was recorded so far, counted and one by one. */
export function LiveRecords({ live: { records, undo }, className, nameOf }: LiveRecordsProps) {
  const { t } = useTranslation('selfTest');
  const counts = OUTCOMES.map((outcome) =>
    t(`live.${outcome}`, { count: records.filter((one) => one.outcome === outcome).length }),
  ).join(', ');
  const lines = records.map((one) => lineOf(t, one, nameOf));
  const heading = t('live.heading', { class: className, when: formatDayTime(Date.now()) });
  return (
    <Stack component="section" gap="xs" aria-labelledby="live-records">
      <Title order={3} id="live-records">
        {t('live.records')}
      </Title>
      {records.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('live.empty')}
        </Text>
      ) : (
        <>
          <Text fw={550}>{counts}</Text>
          <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
            {records.map(({ id }, index) => (
              <Text key={id} component="li" size="sm">
                {lines[index]}
              </Text>
            ))}
          </Stack>
          <Group>
            <CopyResults text={[heading, counts, ...lines].join('\n')} />
            <Button variant="default" onClick={undo}>
              {t('live.undo')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function lineOf(t: TFunction<'selfTest'>, record: LiveRecord, nameOf: NameOf): string {
  const { truth, outcome, named, score } = record;
  return t('live.line', {
    who: truth.kind === 'student' ? nameOf(truth.studentId) : t('live.stranger'),
    outcome: t(`live.outcome.${outcome}`),
    what:
      named !== null && outcome === 'right'
        ? t('live.recognised', { name: nameOf(named) })
        : whatWords(t, record, nameOf),
    score: formatScore(score),
  });
}
