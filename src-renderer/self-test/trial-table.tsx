import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDayTime, formatNumber, formatRate } from '#renderer/app/format.ts';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import { SHOWN, type TrialResult, tallyTrials } from '#shared/self-test/liveness-trial.ts';
import { CopyResults } from './copy-results.tsx';
import { trialsText } from './liveness-words.ts';

interface TrialTableProps {
  results: readonly TrialResult[];
  onTakeBack: () => void;
}

/** How the trials so far were decided, by what was shown. */
export function TrialTable({ results, onTakeBack }: TrialTableProps) {
  const { t } = useTranslation('selfTest');
  return (
    <Stack component="section" gap="xs" aria-labelledby="trials">
      <Title order={3} id="trials">
        {t('liveness.tally')}
      </Title>
      {results.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('liveness.empty')}
        </Text>
      ) : (
        <>
          <Tallies results={results} />
          <Group>
            <CopyResults text={trialsText(t, results, formatDayTime(Date.now()))} />
            <Button variant="default" onClick={onTakeBack}>
              {t('liveness.undo')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function Tallies({ results }: { results: readonly TrialResult[] }) {
  const { t } = useTranslation('selfTest');
  const tallies = tallyTrials(results);
  return (
    <Table aria-labelledby="trials" verticalSpacing={6} maw={560}>
      <TableHead
        columns={[t('liveness.shownHeading')]}
        numbers={[t('liveness.accepts'), t('liveness.refusals'), t('liveness.wrongShare')]}
      />
      <Table.Tbody>
        {SHOWN.map((shown) => {
          const { accepted, refused, wrong } = tallies[shown] ?? { accepted: 0, refused: 0 };
          return (
            <Table.Tr key={shown}>
              <Table.Td>{t(`liveness.kind.${shown}`)}</Table.Td>
              <Table.Td ta="end">{formatNumber(accepted)}</Table.Td>
              <Table.Td ta="end">{formatNumber(refused)}</Table.Td>
              <Table.Td ta="end">{wrong === undefined ? '' : formatRate(wrong)}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
