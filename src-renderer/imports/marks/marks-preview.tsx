import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MarkRowPreview, MarksPlan } from '#shared/contract/imports.contract.ts';
import { columnLetters } from '../column-letters.ts';
import { type ApplyingProps, PreviewStep } from '../preview-step.tsx';
import type { PreviewRow } from '../preview-table.tsx';
import { listedWords } from '../verdict-words.ts';
import { markVerdictWords, registerWords } from './mark-words.ts';

interface MarksPreviewProps extends ApplyingProps {
  plan: MarksPlan;
}

function previewRow(row: MarkRowPreview): PreviewRow {
  const { line, column, studentNumber: number, fullName: name, verdict } = row;
  return {
    line: column === null ? String(line) : `${columnLetters(column)}${line}`,
    kind: verdict.kind,
    number,
    name,
    where: registerWords(row),
    words: [listedWords(row.listedNumber), markVerdictWords(row)].filter(Boolean).join(' · '),
  };
}

/** The fourth step: what the import would do, before it does anything. */
export function MarksPreview({ plan, ...step }: MarksPreviewProps) {
  const { t } = useTranslation('imports');
  const { counts, registers } = plan;
  const rows = useMemo(() => plan.rows.map(previewRow), [plan]);
  return (
    <PreviewStep
      {...step}
      rows={rows}
      counts={counts}
      where={{ where: t('marks.register'), wherePx: 250, lines: 3 }}
      back={t('marks.toMeaningsBack')}
      apply={(count) => t('marks.apply', { count })}
    >
      {registers.made > 0 && (
        <Text size="sm">{t('marks.registersMade', { count: registers.made })}</Text>
      )}
      {registers.used > 0 && (
        <Text size="sm">{t('marks.registersUsed', { count: registers.used })}</Text>
      )}
    </PreviewStep>
  );
}
