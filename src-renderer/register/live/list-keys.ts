import type { RosterEntry, Status } from '#shared/contract/register.contract.ts';

/** What a key press asks for in a list of students. */
export type ListAction =
  | { kind: 'search' }
  | { kind: 'move'; by: 1 | -1 }
  | { kind: 'set'; code: string }
  | { kind: 'takeBack' };

export interface KeyPress {
  key: string;
  /** Control, Alt or Meta is held: then the key belongs to somebody else. */
  withModifier: boolean;
  /** The focus is where text is typed: then letters are letters. */
  inText: boolean;
}

const MOVES: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };

/** Reads a key press; null where it means nothing to the list. */
export function listAction(
  { key, withModifier, inText }: KeyPress,
  keys: ReadonlyMap<string, Status>,
): ListAction | null {
  if (withModifier) return null;
  const by = MOVES[key];
  if (by) return { kind: 'move', by };
  if (inText) return null;
  if (key === '/') return { kind: 'search' };
  if (key.toLowerCase() === 'u') return { kind: 'takeBack' };
  const status = keys.get(key.toLowerCase());
  return status ? { kind: 'set', code: status.code } : null;
}

/** The student a step up or down from the one chosen, held at the ends; the first if none is. */
export function stepFrom(
  rows: readonly RosterEntry[],
  chosenId: string | null,
  by: 1 | -1,
): string | null {
  const at = rows.findIndex((row) => row.studentId === chosenId);
  const to = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
  return rows[to]?.studentId ?? null;
}

/**
 * Whom to choose after a student was set by key: the next one that nobody has marked, further
 * down or else from the top; the same student when no one is left.
 */
export function nextToDecide(rows: readonly RosterEntry[], doneId: string): string {
  const at = rows.findIndex((row) => row.studentId === doneId);
  const others = [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))];
  return others.find((row) => !row.mark)?.studentId ?? doneId;
}
