import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from './sort-header.module.css';

interface SortHeaderProps {
  label: string;
  sorted: 'ascending' | 'descending' | 'none';
  onSort: () => void;
  /** Figures stand at the end of their cells, and so does their head. */
  figures?: boolean | undefined;
}

/** A column's head that sorts by it; a second press turns the order round. */
export function SortHeader({ label, sorted, onSort, figures }: SortHeaderProps) {
  const Arrow = sorted === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th aria-sort={sorted} ta={figures ? 'end' : undefined} style={{ whiteSpace: 'nowrap' }}>
      <UnstyledButton className={classes.button} data-figures={figures} onClick={onSort}>
        {label}
        {sorted !== 'none' && <Arrow size={13} aria-hidden className={classes.arrow} />}
      </UnstyledButton>
    </Table.Th>
  );
}
