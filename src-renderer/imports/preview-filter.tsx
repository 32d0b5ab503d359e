import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import type { VerdictKind } from './verdict-badge.tsx';

export type Shown = 'all' | VerdictKind;

interface PreviewFilterProps {
  counts: Readonly<Partial<Record<VerdictKind, number>>>;
  value: Shown;
  onChange: (shown: Shown) => void;
}

/** How many rows have which verdict, and which of them to show. */
export function PreviewFilter({ counts, value, onChange }: PreviewFilterProps) {
  const { t } = useTranslation('imports');
  const kinds = Object.keys(counts) as VerdictKind[];
  const all = kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  const option = (shown: Shown, count: number) => ({
    value: shown,
    label: `${t(`verdict.${shown}`)} ${formatNumber(count)}`,
  });
  return (
    <SegmentedControl
      aria-label={t('preview.filter')}
      data={[option('all', all), ...kinds.map((kind) => option(kind, counts[kind] ?? 0))]}
      value={value}
      onChange={(next) => onChange(next as Shown)}
    />
  );
}
