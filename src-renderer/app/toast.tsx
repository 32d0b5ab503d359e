import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import i18next from 'i18next';
import { SHORTCUTS } from '#shared/shortcuts/shortcuts.ts';
import { errorText } from './error-text.ts';
import { ariaKeysOf } from './hotkeys.ts';

const DONE_MS = 4000;
const UNDO_MS = 10_000;
const ERROR_MS = 8000;

/** The message that something is done: one at a time, so that none waits behind an older one. */
let lastDone: string | null = null;

/** Takes back what a message on screen offers to; null while none does. */
let offered: (() => void) | null = null;

/** Says that something is done; with `undo`, offers to take it back for ten seconds. */
export function showDone(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  if (lastDone !== null) notifications.hide(lastDone);
  lastDone = id;
  const takeBack = () => {
    notifications.hide(id);
    offered = null;
    undo?.();
  };
  offered = undo ? takeBack : null;
  notifications.show({
    id,
    icon: <IconCheck size={18} aria-hidden />,
    color: 'accent',
    autoClose: undo ? UNDO_MS : DONE_MS,
    onClose: () => {
      if (offered === takeBack) offered = null;
    },
    message: undo ? <UndoMessage message={message} onUndo={takeBack} /> : message,
  });
}

/** Takes back what the message on screen offers to, as its button does. */
export function takeBackOffered(): void {
  offered?.();
}

function UndoMessage({ message, onUndo }: { message: string; onUndo: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button
        size="compact-sm"
        variant="light"
        flex="none"
        aria-keyshortcuts={ariaKeysOf(SHORTCUTS.undo)}
        onClick={onUndo}
      >
        {i18next.t('app:undo')}
      </Button>
    </Group>
  );
}

/** Says something that stays until somebody has closed it; a calm or a worrying one. */
export function showNote({ title, message, isGrave }: Note): void {
  notifications.show({
    icon: isGrave ? (
      <IconAlertTriangle size={18} aria-hidden />
    ) : (
      <IconCheck size={18} aria-hidden />
    ),
    color: isGrave ? 'yellow' : 'accent',
    autoClose: false,
    title,
    message,
    role: 'alert',
  });
}

interface Note {
  title: string;
  message: string;
  isGrave: boolean;
}

/** Says what went wrong and what to do. */
export function showError(error: unknown): void {
  const { title, advice } = errorText(error);
  notifications.show({
    icon: <IconAlertTriangle size={18} aria-hidden />,
    color: 'red',
    autoClose: ERROR_MS,
    title,
    message: advice,
    role: 'alert',
  });
}

/** Takes every message away, such as when a session begins and they belong to what was before. */
export function clearToasts(): void {
  offered = null;
  notifications.clean();
}
