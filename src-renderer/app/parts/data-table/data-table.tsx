import { Table, VisuallyHidden } from '@mantine/core';
import { useRef } from 'react';
import { SortHeader } from '../sort-header.tsx';
import { useRowWindow } from '../use-row-window.ts';
import type { Column, Sort } from './column.ts';

interface DataTableProps<Row> {
  label?: string;
  columns: readonly Column<Row>[];
  /** Sorted already. */
  rows: readonly Row[];
  idOf: (row: Row) => string;
  sort: Sort;
  onSort: (column: string) => void;
  /** A press anywhere on a row; the row has a link that does the same. */
  onOpen?: (row: Row) => void;
  /** Of every row, in pixels. */
  rowHeight?: number;
}

const ROW_PX = 45;

/** A table sorted by its heads; of more than two hundred rows only those in sight are drawn. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, idOf, sort, onSort, onOpen, rowHeight = ROW_PX } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const inSight = useRowWindow(rows.length, rowHeight, body);
  return (
    <Table
      highlightOnHover={onOpen !== undefined}
      verticalSpacing={4}
      horizontalSpacing="clamp(6px, 0.8vw, 12px)"
      aria-label={label}
      aria-rowcount={rows.length + 1}
    >
      <Table.Thead>
        <Table.Tr>
          {columns.map((column) => (
            <Head key={column.name} column={column} sort={sort} onSort={onSort} />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body}>
        <Spacer height={inSight.before} columns={columns.length} />
        {rows.slice(inSight.first, inSight.last + 1).map((row, index) => (
          <Table.Tr
            key={idOf(row)}
            h={rowHeight}
            aria-rowindex={inSight.first + index + 2}
            style={onOpen && { cursor: 'pointer' }}
            onClick={onOpen && (() => onOpen(row))}
          >
            {columns.map((column) => (
              <Cell key={column.name} column={column} row={row} />
            ))}
          </Table.Tr>
        ))}
        <Spacer height={inSight.after} columns={columns.length} />
      </Table.Tbody>
    </Table>
  );
}

interface HeadProps<Row> {
  column: Column<Row>;
  sort: Sort;
  onSort: (column: string) => void;
}

function Head<Row>({ column: { name, label, by, figures }, sort, onSort }: HeadProps<Row>) {
  if (!by) {
    return (
      <Table.Th>
        <VisuallyHidden>{label}</VisuallyHidden>
      </Table.Th>
    );
  }
  const sorted =
    name === sort.column ? (sort.descending ? 'descending' : 'ascending') : ('none' as const);
  return <SortHeader label={label} figures={figures} sorted={sorted} onSort={() => onSort(name)} />;
}

/** One line high, so that the rows out of sight can be counted in pixels. */
function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { cell, figures, grows, head } = column;
  const looks = {
    ta: figures && 'end',
    style: { whiteSpace: 'nowrap' as const, overflow: 'hidden', textOverflow: 'ellipsis' },
    ...(grows && { maw: 0, w: '50%' }),
  } as const;
  return head ? (
    <Table.Th scope="row" fw={500} {...looks}>
      {cell(row)}
    </Table.Th>
  ) : (
    <Table.Td {...looks}>{cell(row)}</Table.Td>
  );
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}
