import { Alert, Paper, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type ComponentProps, type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { ImportWorking, MarksPlan, StudentsPlan } from '#shared/contract/imports.contract.ts';
import { ImportProgress } from './import-progress.tsx';
import { PreviewFilter, type Shown } from './preview-filter.tsx';
import { type PreviewRow, PreviewTable } from './preview-table.tsx';
import { StepHead } from './step-head.tsx';

/** How the import stands that the preview shows. */
export interface ApplyingProps {
  busy: boolean;
  progress: ImportWorking | null;
  /** Whether it was begun and cancelled. */
  cancelled: boolean;
  error: unknown;
  onBack: () => void;
  onApply: () => void;
}

interface PreviewStepProps extends ApplyingProps {
  rows: readonly PreviewRow[];
  counts: MarksPlan['counts'] | StudentsPlan['counts'];
  /** What the column tells that says where a row belongs, and how wide it is. */
  where: Pick<ComponentProps<typeof PreviewTable>, 'where' | 'wherePx' | 'lines'>;
  back: string;
  /** For the button that does it, from how many rows are taken. */
  apply: (taken: number) => string;
  /** What is to be said about the whole list. */
  children: ReactNode;
}

/** The last step before an import: what it would do, row by row, before it does anything. */
export function PreviewStep({ counts, busy, children, ...step }: PreviewStepProps) {
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
      <Applying {...step} />
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

/** How far it is, or why nothing has come of it. */
function Applying({
  progress,
  cancelled,
  error,
}: Pick<ApplyingProps, 'progress' | 'cancelled' | 'error'>) {
  const { t } = useTranslation('imports');
  if (progress) return <ImportProgress progress={progress} />;
  if (error !== null) return <Problem error={error} />;
  if (!cancelled) return null;
  return (
    <Alert color="gray" icon={<IconInfoCircle aria-hidden />} role="status">
      {t('preview.cancelled')}
    </Alert>
  );
}
