import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '#renderer/app/format.ts';
import type { Column } from '#renderer/app/parts/data-table/column.ts';
import { DataTable } from '#renderer/app/parts/data-table/data-table.tsx';
import { useSorted } from '#renderer/app/parts/data-table/use-sorted.ts';
import type { MeaningTally } from '#shared/contract/reports.contract.ts';
import { presentShare } from '#shared/register/percentages.ts';

const COUNTS = ['present', 'absent', 'ignored'] as const;
/** Rows of reports are many and of one line. */
export const REPORT_ROW_PX = 34;
const AS_GIVEN = { column: 'name', descending: false };

export interface FigureRow extends MeaningTally {
  key: string;
  name: ReactNode;
}

interface FigureTableProps {
  /** What the table tells, for screen readers. */
  caption: string;
  /** What the rows are. */
  head: string;
  /** In the order that their names have, such as that of the calendar. */
  rows: readonly FigureRow[];
}

function useColumns(head: string, rows: readonly FigureRow[]): Column<FigureRow>[] {
  const { t } = useTranslation('reports');
  return useMemo(() => {
    const places = new Map(rows.map(({ key }, place) => [key, place]));
    return [
      {
        name: 'name',
        label: head,
        cell: (row) => row.name,
        by: ({ key }) => places.get(key) ?? null,
        head: true,
      },
      ...COUNTS.map(
        (count): Column<FigureRow> => ({
          name: count,
          label: t(`counts.${count}`),
          cell: (row) => formatNumber(row[count]),
          by: (row) => row[count],
          figures: true,
        }),
      ),
      {
        name: 'share',
        label: t('counts.share'),
        cell: (row) => <b>{shareWords(row)}</b>,
        by: presentShare,
        figures: true,
      },
    ];
  }, [t, head, rows]);
}

/** Rows of marks by meaning, with the share present. */
export function FigureTable({ caption, head, rows }: FigureTableProps) {
  const columns = useColumns(head, rows);
  const sorted = useSorted(rows, columns, AS_GIVEN);
  return (
    <DataTable
      label={caption}
      columns={columns}
      idOf={({ key }) => key}
      rowHeight={REPORT_ROW_PX}
      {...sorted}
    />
  );
}

/** The share present in words; a dash where nothing counts. */
export function shareWords(tally: MeaningTally): string {
  const share = presentShare(tally);
  return share === null ? '–' : formatPercent(share);
}
