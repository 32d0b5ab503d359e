import { type HotkeyItem, useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLock } from '#renderer/accounts/use-lock.ts';
import { dayOf } from '#renderer/app/format.ts';
import { hotkeyOf } from '#renderer/app/hotkeys.ts';
import { api } from '#renderer/app/query-client.ts';
import { takeBackOffered } from '#renderer/app/toast.tsx';
import { ClassExportDialog } from '#renderer/exports/class-export-dialog.tsx';
import { StudentDialog } from '#renderer/people/students/student-dialog.tsx';
import { useLiveStore } from '#renderer/register/live/live-store.ts';
import { SHORTCUTS, type Shortcut } from '#shared/shortcuts/shortcuts.ts';
import { PaletteDialog } from './palette-dialog.tsx';
import { closeOverlay, type Overlay, openOverlay, usePaletteStore } from './palette-store.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';

const DAY_MS = 86_400_000;
/** What an export begins with, as the list of registers does. */
const USUAL_DAYS = 30;

/** A dialog that is open already has the keyboard. */
function openUnlessBusy(overlay: Overlay): void {
  if (document.querySelector('[role="dialog"]') === null) openOverlay(overlay);
}

/** A register under way has steps of its own to undo, see `UndoButton`. */
function undoOffered(): void {
  if (useLiveStore.getState().session?.endedAt !== null) takeBackOffered();
}

/** The shortcuts of every screen; each is heard also within a field where it says so. */
function useKeysEverywhere(): void {
  const lock = useLock();
  const bind = (shortcut: Shortcut, overlay: Overlay): HotkeyItem => [
    hotkeyOf(shortcut),
    () => openUnlessBusy(overlay),
    { usePhysicalKeys: false },
  ];
  useHotkeys(
    [
      bind(SHORTCUTS.palette, 'search'),
      [hotkeyOf(SHORTCUTS.lock), () => lock.mutate({}), { usePhysicalKeys: false }],
    ],
    [],
  );
  useHotkeys([bind(SHORTCUTS.sheet, 'shortcuts'), [hotkeyOf(SHORTCUTS.undo), undoOffered]]);
}

/** What can be opened over any screen. */
export function PaletteHost() {
  const open = usePaletteStore((state) => state.open);
  useKeysEverywhere();
  useEffect(() => closeOverlay, []);
  return (
    <>
      <PaletteDialog opened={open === 'search'} />
      <ShortcutSheet opened={open === 'shortcuts'} />
      {(open === 'export' || open === 'addStudent') && <AskedFor what={open} />}
    </>
  );
}

function AskedFor({ what }: { what: 'export' | 'addStudent' }) {
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  if (!classes.data) return null;
  const now = Date.now();
  return what === 'export' ? (
    <ClassExportDialog
      opened
      onClose={closeOverlay}
      classes={classes.data}
      classId={null}
      days={[dayOf(now - USUAL_DAYS * DAY_MS), dayOf(now)]}
    />
  ) : (
    <StudentDialog opened onClose={closeOverlay} student={null} classes={classes.data} />
  );
}
