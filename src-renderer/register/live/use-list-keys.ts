import { useWindowEvent } from '@mantine/hooks';
import { type RefObject, useMemo } from 'react';
import { assertNever } from '#shared/assert-never.ts';
import type { RosterEntry, SessionDetail } from '#shared/contract/register.contract.ts';
import { type ListAction, listAction, nextToDecide, stepFrom } from './list-keys.ts';
import { useLiveStore } from './live-store.ts';
import { markByHand } from './mark-by-hand.ts';
import { statusKeys } from './status-keys.ts';

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select');
}

/** A dialog or menu has the keyboard to itself. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="dialog"], [role="menu"]') !== null;
}

/**
 * Works a list of students by keyboard: arrows choose, letters set, U takes back, / searches.
 * @param rows the students in the order shown
 */
export function useListKeys(
  session: SessionDetail,
  rows: readonly RosterEntry[],
  search: RefObject<HTMLInputElement | null>,
): void {
  const keys = useMemo(() => statusKeys(session.statuses), [session.statuses]);
  const act = (action: ListAction) => {
    const { selectedId } = useLiveStore.getState();
    const chosen = rows.find((row) => row.studentId === selectedId);
    switch (action.kind) {
      case 'search':
        search.current?.focus();
        search.current?.select();
        return;
      case 'move':
        useLiveStore.setState({ selectedId: stepFrom(rows, selectedId, action.by) });
        return;
      case 'set':
        if (!chosen) return;
        void markByHand(session.id, { studentId: chosen.studentId, code: action.code });
        useLiveStore.setState({ selectedId: nextToDecide(rows, chosen.studentId) });
        return;
      case 'takeBack':
        if (chosen?.mark) void markByHand(session.id, { studentId: chosen.studentId, code: null });
        return;
      default:
        assertNever(action);
    }
  };
  useWindowEvent('keydown', (event) => {
    if (event.defaultPrevented || isElsewhere(event.target)) return;
    const action = listAction(
      {
        key: event.key,
        withModifier: event.ctrlKey || event.altKey || event.metaKey,
        inText: isTextField(event.target),
      },
      keys,
    );
    if (!action) return;
    event.preventDefault();
    act(action);
  });
}
