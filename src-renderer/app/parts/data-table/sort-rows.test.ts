import { expect, it } from 'vitest';
import { type Column, turned } from './column.ts';
import { sortRows } from './sort-rows.ts';

interface Row {
  name: string;
  share: number | null;
}
const columns: Column<Row>[] = [
  { name: 'name', label: 'Name', cell: ({ name }) => name, by: ({ name }) => name },
  { name: 'share', label: 'Share', cell: ({ share }) => share, by: ({ share }) => share },
  { name: 'actions', label: '', cell: () => null },
];
const rows: Row[] = [
  { name: '10A', share: 0.5 },
  { name: 'émile', share: null },
  { name: '9B', share: 0.25 },
  { name: 'Emil', share: 0.5 },
];
const names = (column: string, descending = false) =>
  sortRows(rows, columns, { column, descending }).map(({ name }) => name);

it('sorts text as people do', () => {
  expect(names('name')).toEqual(['9B', '10A', 'Emil', 'émile']);
  expect(names('name', true)).toEqual(['émile', 'Emil', '10A', '9B']);
});

it('sorts figures, equal ones in the order they had, and nothing last either way', () => {
  expect(names('share')).toEqual(['9B', '10A', 'Emil', 'émile']);
  expect(names('share', true)).toEqual(['10A', 'Emil', '9B', 'émile']);
});

it('leaves the order where a column cannot be sorted by', () => {
  expect(sortRows(rows, columns, { column: 'actions', descending: false })).toBe(rows);
  expect(sortRows(rows, columns, { column: 'no such', descending: true })).toBe(rows);
});

it('turns round at the second press and starts upwards in another column', () => {
  expect(turned({ column: 'name', descending: false }, 'name').descending).toBe(true);
  expect(turned({ column: 'name', descending: true }, 'name').descending).toBe(false);
  expect(turned({ column: 'name', descending: true }, 'share')).toEqual({
    column: 'share',
    descending: false,
  });
});
