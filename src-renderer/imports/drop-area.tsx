import { Group, Text } from '@mantine/core';
import { type DragEvent, type ReactNode, useState } from 'react';
import classes from './drop-area.module.css';

interface DropAreaProps {
  label: string;
  /** What may be dropped here. */
  words: string;
  onDrop: (data: DataTransfer) => void;
  /** The button that chooses instead. */
  children: ReactNode;
}

/** A place to drop files on, and the button for those who do not drag. */
export function DropArea({ label, words, onDrop, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onDrop(event.dataTransfer);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      aria-label={label}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <Group justify="center">
        <Text>{words}</Text>
        {children}
      </Group>
    </section>
  );
}
