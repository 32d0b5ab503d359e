import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '#renderer/app/format.ts';
import type { MeaningTally } from '#shared/contract/reports.contract.ts';
import { presentShare } from '#shared/register/percentages.ts';

const COUNTS = ['present', 'absent', 'ignored'] as const;

export interface FigureRow extends MeaningTally {
  key: string;
  name: ReactNode;
}

interface FigureTableProps {
  /** What the table tells, for screen readers. */
  caption: string;
  /** What the rows are. */
  head: string;
  rows: readonly FigureRow[];
}

/** Rows of marks by meaning, with the share present. */
export function FigureTable({ caption, head, rows }: FigureTableProps) {
  const { t } = useTranslation('reports');
  return (
    <Table aria-label={caption} verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{head}</Table.Th>
          {[...COUNTS, 'share' as const].map((count) => (
            <Table.Th key={count} ta="end">
              {t(`counts.${count}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, ...tally }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            {COUNTS.map((count) => (
              <Table.Td key={count} ta="end">
                {formatNumber(tally[count])}
              </Table.Td>
            ))}
            <Table.Td ta="end" fw={600}>
              {shareWords(tally)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The share present in words; a dash where nothing counts. */
export function shareWords(tally: MeaningTally): string {
  const share = presentShare(tally);
  return share === null ? '–' : formatPercent(share);
}
