import { Alert, Paper, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ComponentProps, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { MarksPlan, StudentsPlan } from '#shared/contract/imports.contract.ts';
import { PreviewFilter, type Shown } from './preview-filter.tsx';
import { type PreviewRow, PreviewTable } from './preview-table.tsx';
import { StepHead } from './step-head.tsx';

interface PreviewStepProps {
  rows: readonly PreviewRow[];
  counts: MarksPlan['counts'] | StudentsPlan['counts'];
  /** What the column tells that says where a row belongs, and how wide it is. */
  where: Pick<ComponentProps<typeof PreviewTable>, 'where' | 'wherePx' | 'lines'>;
  back: string;
  /** For the button that does it, from how many rows are taken. */
  apply: (taken: number) => string;
  busy: boolean;
  error: unknown;
  onBack: () => void;
  onApply: () => void;
  /** What is to be said about the whole list. */
  children: ReactNode;
}

/** The last step before an import: what it would do, row by row, before it does anything. */
export function PreviewStep({ counts, busy, error, children, ...step }: PreviewStepProps) {
  const { t } = useTranslation('imports');
  const [shown, setShown] = useState<Shown>('all');
  const rows = useMemo(
    () => step.rows.filter(({ kind }) => shown === 'all' || kind === shown),
    [step.rows, shown],
  );
  const taken = counts.new + counts.changed;
  return (
    <Stack>
      <StepHead
        title={t('preview.title')}
        about={t('preview.about')}
        back={{ words: step.back, disabled: busy, onClick: step.onBack }}
        next={{ words: step.apply(taken), disabled: taken === 0, busy, onClick: step.onApply }}
      />
      {error !== null && <Problem error={error} />}
      {taken === 0 && (
        <Alert color="gray" icon={<IconInfoCircle aria-hidden />} role="status">
          {t('preview.nothing')}
        </Alert>
      )}
      {children}
      {counts.problem > 0 && taken > 0 && (
        <Text size="sm">{t('preview.problems', { count: counts.problem })}</Text>
      )}
      <PreviewFilter counts={counts} value={shown} onChange={setShown} />
      <Paper p={0}>
        <PreviewTable key={shown} rows={rows} {...step.where} />
      </Paper>
    </Stack>
  );
}
