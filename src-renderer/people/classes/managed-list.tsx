import { Button, Paper, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Editing } from '#renderer/app/parts/edit-modal.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { NothingYet } from '#renderer/app/parts/nothing-yet.tsx';
import { ListBar } from './list-bar.tsx';

interface ManagedListProps<T> {
  query: UseQueryResult<T[]>;
  archived: boolean;
  onArchived: (archived: boolean) => void;
  icon: ReactNode;
  words: { add: string; none: string; advice: string };
  table: (things: readonly T[], edit: (thing: T) => void) => ReactNode;
  dialog: (editing: Editing<T>, close: () => void) => ReactNode;
}

/** Things that a school adds, edits and archives: the bar above them, the table, the dialog. */
export function ManagedList<T>(props: ManagedListProps<T>) {
  const { query, archived, onArchived, icon, words, table, dialog } = props;
  const [editing, setEditing] = useState<Editing<T>>(null);
  const add = () => setEditing('new');
  return (
    <Stack>
      <ListBar add={words.add} onAdd={add} archived={archived} onArchived={onArchived} />
      <Paper p={0}>
        <Loaded query={query}>
          {(things) =>
            things.length > 0 ? (
              table(things, (thing) => setEditing(() => thing))
            ) : (
              <NothingYet
                icon={icon}
                title={words.none}
                advice={words.advice}
                action={<Button onClick={add}>{words.add}</Button>}
              />
            )
          }
        </Loaded>
      </Paper>
      {dialog(editing, () => setEditing(null))}
    </Stack>
  );
}
