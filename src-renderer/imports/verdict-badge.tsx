import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const COLOURS = {
  new: 'green',
  changed: 'blue',
  unchanged: 'gray',
  kept: 'yellow',
  skipped: 'gray',
  problem: 'red',
} as const;
export type VerdictKind = keyof typeof COLOURS;

/** What becomes of a row, in a word. */
export function VerdictBadge({ kind }: { kind: VerdictKind }) {
  const { t } = useTranslation('imports');
  return (
    <Badge color={COLOURS[kind]} variant="light" miw="max-content">
      {t(`verdict.${kind}`)}
    </Badge>
  );
}
