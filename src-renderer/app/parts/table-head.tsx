import { Table, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface TableHeadProps {
  columns: readonly string[];
  /** Heads of columns of numbers, which stand at the end. */
  numbers?: readonly string[];
  /** The rows end in buttons; their column has a name for screen readers alone. */
  actions?: boolean;
}

/** The heads of a table that does not sort: words, then numbers, then actions where there are any. */
export function TableHead({ columns, numbers = [], actions = false }: TableHeadProps) {
  const { t } = useTranslation('app');
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map((column) => (
          <Table.Th key={column}>{column}</Table.Th>
        ))}
        {numbers.map((column) => (
          <Table.Th key={column} ta="end">
            {column}
          </Table.Th>
        ))}
        {actions && (
          <Table.Th>
            <VisuallyHidden>{t('actions')}</VisuallyHidden>
          </Table.Th>
        )}
      </Table.Tr>
    </Table.Thead>
  );
}
