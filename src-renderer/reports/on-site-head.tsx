import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Sort, Sorting } from '#renderer/app/parts/data-table/column.ts';
import { SortHeader } from '#renderer/app/parts/sort-header.tsx';
import classes from './on-site.module.css';

/** No column: the order in which people are looked for. */
export const AS_LOOKED_FOR: Sort = { column: '', descending: false };

interface OnSiteHeadProps<Row> {
  columns: readonly Sorting<Row>[];
  sort: Sort;
  onSort: (column: string) => void;
}

/** The heads of a table of who is on site, with a column for ticks on paper. */
export function OnSiteHead<Row>({ columns, sort, onSort }: OnSiteHeadProps<Row>) {
  const { t } = useTranslation('reports');
  const way = sort.descending ? 'descending' : 'ascending';
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map(({ name, label }) => (
          <SortHeader
            key={name}
            label={label}
            sorted={name === sort.column ? way : 'none'}
            onSort={() => onSort(name)}
          />
        ))}
        <Table.Th className={classes.tick}>{t('onSite.accounted')}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}
