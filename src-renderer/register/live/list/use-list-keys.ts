import { useWindowEvent } from '@mantine/hooks';
import { type RefObject, useMemo } from 'react';
import { assertNever } from '#shared/assert-never.ts';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import { useLiveStore } from '../live-store.ts';
import { type ListAction, listAction, nextToDecide, stepFrom, toTakeBack } from './list-keys.ts';
import { markByHand } from './mark-by-hand.ts';
import { markRest } from './mark-rest.ts';
import { keepMark, markSeen } from './mark-seen.ts';
import { statusKeys } from './status-keys.ts';
import { undoLast } from './undo-steps.ts';

/** A list of students that the keyboard works on. */
interface WorkedList {
  session: SessionDetail;
  /** Those shown, in their order. */
  rows: readonly RosterEntry[];
  /** Those of the whole list, in the order they have when nothing is searched. */
  everyone: readonly RosterEntry[];
  /** Whether the keys also mark all the others at once. */
  withRest: boolean;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/** A dialog or menu has the keyboard to itself. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"]') !== null;
}

/** A button but that of a row's name, which the arrows focus, is pressed by Enter itself. */
function isOtherButton(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button:not([data-name]), a');
}

/** A search begins at the best fit, the list at the first student to decide. */
function move({ rows }: WorkedList, by: 1 | -1): void {
  const { selectedId, search } = useLiveStore.getState();
  const begin = search ? (rows[0]?.studentId ?? null) : undefined;
  useLiveStore.setState({ selectedId: stepFrom(rows, selectedId, by, begin) });
}

function chosenOf(rows: readonly RosterEntry[]): RosterEntry | undefined {
  const { selectedId } = useLiveStore.getState();
  return rows.find((row) => row.studentId === selectedId);
}

/** Goes on from a student who is done; a search has found whom it was for and is cleared. */
function goOn({ rows, everyone }: WorkedList, doneId: string): void {
  const { search } = useLiveStore.getState();
  const next = nextToDecide(search ? everyone : rows, doneId);
  useLiveStore.setState({ selectedId: next, search: '' });
}

/** Marks the student chosen and goes on; the mark there is, said once more, is said to be true. */
function setChosen(list: WorkedList, code: string): void {
  const { session, rows } = list;
  const chosen = chosenOf(rows);
  if (!chosen) return;
  if (chosen.seenAt !== null && chosen.mark?.code === code) void keepMark(session, chosen);
  else void markByHand(session.id, { studentId: chosen.studentId, code });
  goOn(list, chosen.studentId);
}

/** Marks the student chosen as the camera saw them, and goes on. */
function setChosenAsSeen(list: WorkedList): void {
  const chosen = chosenOf(list.rows);
  if (!chosen || chosen.seenAt === null) return;
  markSeen(list.session, chosen);
  goOn(list, chosen.studentId);
}

/** Shows the row of a student even if the search or a filter hid it. */
function goTo(rows: readonly RosterEntry[], studentId: string): void {
  const hidden = !rows.some((row) => row.studentId === studentId);
  useLiveStore.setState({ selectedId: studentId, ...(hidden && { search: '', shown: 'all' }) });
}

/** Takes the mark of the student chosen back, or else what was done last, and goes to that row. */
function takeBack({ session, rows }: WorkedList): void {
  const { selectedId } = useLiveStore.getState();
  const chosen = rows.find((row) => row.studentId === selectedId);
  const undone = chosen?.mark ? null : undoLast();
  if (undone) {
    if (undone.studentId !== null) goTo(rows, undone.studentId);
    return;
  }
  const studentId = toTakeBack(session.roster, chosen?.studentId ?? null);
  if (studentId === null) return;
  void markByHand(session.id, { studentId, code: null });
  goTo(rows, studentId);
}

function setRest({ session, withRest }: WorkedList, code: string): void {
  const status = session.statuses.find((one) => one.code === code);
  if (withRest && status) void markRest(session.id, status);
}

function perform(
  action: ListAction,
  list: WorkedList,
  search: RefObject<HTMLInputElement | null>,
): void {
  switch (action.kind) {
    case 'search':
      search.current?.focus();
      search.current?.select();
      return;
    case 'move':
      move(list, action.by);
      return;
    case 'set':
      setChosen(list, action.code);
      return;
    case 'setRest':
      setRest(list, action.code);
      return;
    case 'takeBack':
      takeBack(list);
      return;
    case 'markSeen':
      setChosenAsSeen(list);
      return;
    case 'showAll':
      useLiveStore.setState({ search: '', shown: 'all' });
      return;
    default:
      assertNever(action);
  }
}

/**
 * Works a list of students by keyboard: arrows choose, letters set and go on, with Shift they set
 * all the others, Enter takes the camera's word, U takes back, / searches, Escape shows everyone again.
 */
export function useListKeys(list: WorkedList, search: RefObject<HTMLInputElement | null>): void {
  const { statuses } = list.session;
  const keys = useMemo(() => statusKeys(statuses), [statuses]);
  useWindowEvent('keydown', (event) => {
    if (event.defaultPrevented || isElsewhere(event.target)) return;
    const action = listAction(
      {
        key: event.key,
        withShift: event.shiftKey,
        withModifier: event.ctrlKey || event.altKey || event.metaKey,
        inText: isTextField(event.target),
      },
      keys,
    );
    if (!action || (event.key === 'Enter' && isOtherButton(event.target))) return;
    event.preventDefault();
    perform(action, list, search);
  });
}
