import type { RosterEntry, Status } from '#shared/contract/register.contract.ts';
import { isPressed, type KeyPress, SHORTCUTS, type Shortcut } from '#shared/shortcuts/shortcuts.ts';
import { isToDecide } from './roster.ts';

/** What a key press asks for in a list of students. */
export type ListAction =
  | { kind: 'search' }
  | { kind: 'move'; by: 1 | -1 }
  | { kind: 'set'; code: string }
  | { kind: 'setRest'; code: string }
  | { kind: 'takeBack' }
  | { kind: 'markSeen' }
  | { kind: 'showAll' };

export interface ListKeyPress extends KeyPress {
  withShift: boolean;
}

const ACTIONS: readonly (readonly [Shortcut, ListAction])[] = [
  [SHORTCUTS.next, { kind: 'move', by: 1 }],
  [SHORTCUTS.previous, { kind: 'move', by: -1 }],
  [SHORTCUTS.showAll, { kind: 'showAll' }],
  [SHORTCUTS.search, { kind: 'search' }],
  [SHORTCUTS.takeBack, { kind: 'takeBack' }],
  [SHORTCUTS.markSeen, { kind: 'markSeen' }],
];

/** Reads a key press; null where it means nothing to the list. */
export function listAction(
  press: ListKeyPress,
  keys: ReadonlyMap<string, Status>,
): ListAction | null {
  const found = ACTIONS.find(([shortcut]) => isPressed(shortcut, press));
  if (found) return found[1];
  if (press.withModifier || press.inText) return null;
  const status = keys.get(press.key.toLowerCase());
  return status ? { kind: press.withShift ? 'setRest' : 'set', code: status.code } : null;
}

/** The first student left to decide; the first of all when everyone is decided. */
export function firstToDecide(rows: readonly RosterEntry[]): string | null {
  const first = rows.find(isToDecide) ?? rows[0];
  return first?.studentId ?? null;
}

/** The student a step up or down from the one chosen, held at the ends; `begin` if none is. */
export function stepFrom(
  rows: readonly RosterEntry[],
  chosenId: string | null,
  by: 1 | -1,
  begin: string | null = firstToDecide(rows),
): string | null {
  const at = rows.findIndex((row) => row.studentId === chosenId);
  if (at < 0) return begin;
  return rows[Math.min(rows.length - 1, Math.max(0, at + by))]?.studentId ?? null;
}

/**
 * Whom to choose after a student was set by key: the next one left to decide, further down or else
 * from the top; the same student when no one is left.
 */
export function nextToDecide(rows: readonly RosterEntry[], doneId: string): string {
  const at = rows.findIndex((row) => row.studentId === doneId);
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return others.find(isToDecide)?.studentId ?? doneId;
}

/**
 * Whose mark to take back where nothing was done on this screen that could be undone: that of the
 * student chosen, or else the last one made by hand. Marks by face are taken back only where they
 * are chosen.
 */
export function toTakeBack(roster: readonly RosterEntry[], chosenId: string | null): string | null {
  const chosen = roster.find((row) => row.studentId === chosenId);
  if (chosen?.mark) return chosen.studentId;
  const byHand = roster
    .filter((row) => row.mark?.method === 'manual')
    .toSorted((a, b) => (a.mark?.at ?? 0) - (b.mark?.at ?? 0));
  return byHand.at(-1)?.studentId ?? null;
}
