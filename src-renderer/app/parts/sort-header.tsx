import { Group, Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import classes from './sort-header.module.css';

interface SortHeaderProps {
  label: string;
  sorted: 'ascending' | 'descending' | 'none';
  onSort: () => void;
}

/** A column's head that sorts by it; a second press turns the order round. */
export function SortHeader({ label, sorted, onSort }: SortHeaderProps) {
  const Arrow = sorted === 'descending' ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th aria-sort={sorted}>
      <UnstyledButton className={classes.button} onClick={onSort}>
        <Group gap={4} wrap="nowrap" component="span">
          {label}
          <Arrow size={14} aria-hidden visibility={sorted === 'none' ? 'hidden' : 'visible'} />
        </Group>
      </UnstyledButton>
    </Table.Th>
  );
}
