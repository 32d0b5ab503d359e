import { Alert, Paper, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { MarkRowPreview, MarksPlan } from '#shared/contract/imports.contract.ts';
import { columnLetters } from './column-letters.ts';
import { markVerdictWords, registerWords } from './mark-words.ts';
import { PreviewFilter, type Shown } from './preview-filter.tsx';
import { type PreviewRow, PreviewTable } from './preview-table.tsx';
import { StepHead } from './step-head.tsx';

interface MarksPreviewProps {
  plan: MarksPlan;
  busy: boolean;
  error: unknown;
  onBack: () => void;
  onApply: () => void;
}

function previewRow(row: MarkRowPreview): PreviewRow {
  const { line, column, studentNumber: number, fullName: name, verdict } = row;
  return {
    line: column === null ? String(line) : `${columnLetters(column)}${line}`,
    kind: verdict.kind,
    number,
    name,
    where: registerWords(row),
    words: markVerdictWords(row),
  };
}

/** The fourth step: what the import would do, before it does anything. */
export function MarksPreview({ plan, busy, error, onBack, onApply }: MarksPreviewProps) {
  const { t } = useTranslation('imports');
  const { counts, registers } = plan;
  const [shown, setShown] = useState<Shown>('all');
  const rows = useMemo(
    () => plan.rows.map(previewRow).filter(({ kind }) => shown === 'all' || kind === shown),
    [plan, shown],
  );
  const taken = counts.new + counts.changed;
  return (
    <Stack>
      <StepHead
        title={t('preview.title')}
        about={t('preview.about')}
        back={{ words: t('marks.toMeaningsBack'), disabled: busy, onClick: onBack }}
        next={{
          words: t('marks.apply', { count: taken }),
          disabled: taken === 0,
          busy,
          onClick: onApply,
        }}
      />
      {error !== null && <Problem error={error} />}
      {taken === 0 && (
        <Alert color="gray" icon={<IconInfoCircle aria-hidden />} role="status">
          {t('preview.nothing')}
        </Alert>
      )}
      {registers.made > 0 && (
        <Text size="sm">{t('marks.registersMade', { count: registers.made })}</Text>
      )}
      {registers.used > 0 && (
        <Text size="sm">{t('marks.registersUsed', { count: registers.used })}</Text>
      )}
      {counts.problem > 0 && taken > 0 && (
        <Text size="sm">{t('preview.problems', { count: counts.problem })}</Text>
      )}
      <PreviewFilter counts={counts} value={shown} onChange={setShown} />
      <Paper p={0}>
        <PreviewTable key={shown} rows={rows} where={t('marks.register')} wherePx={250} />
      </Paper>
    </Stack>
  );
}
