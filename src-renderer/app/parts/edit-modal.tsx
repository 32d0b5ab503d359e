import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

/** What a dialog is open for: a thing to edit, `new` to add one, null while closed. */
export type Editing<T> = T | 'new' | null;

interface EditModalProps<T> {
  editing: Editing<T>;
  /** Of the thing to edit; null: one is added. */
  title: (thing: T | null) => string;
  children: (thing: T | null) => ReactNode;
  onClose: () => void;
}

/** The dialog in which a thing is edited or added. */
export function EditModal<T>({ editing, title, children, onClose }: EditModalProps<T>) {
  const thing = editing === 'new' ? null : editing;
  return (
    <Modal opened={editing !== null} onClose={onClose} title={title(thing)}>
      {children(thing)}
    </Modal>
  );
}
