import { assertNever } from '../assert-never.ts';
import type { AttendanceEvent } from './attendance-event.ts';
import { isSettled } from './is-settled.ts';

/** What the fold reads of an event. */
export type FoldEvent = Pick<
  AttendanceEvent,
  | 'id'
  | 'deviceId'
  | 'seq'
  | 'kind'
  | 'sessionId'
  | 'studentId'
  | 'code'
  | 'method'
  | 'score'
  | 'capturedAt'
  | 'recordedAt'
  | 'hash'
>;

/** The status in force for one student in one session, and the event that made it. */
export interface StatusInForce {
  sessionId: string;
  studentId: string;
  code: string;
  method: AttendanceEvent['method'];
  score: number | null;
  capturedAt: number;
  eventId: string;
}

interface OrderedEvent<E> {
  event: E;
  /** The latest `recordedAt` of this device up to this event: never runs backwards. */
  clock: number;
}

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function byDevice(a: FoldEvent, b: FoldEvent): number {
  return byText(a.deviceId, b.deviceId) || a.seq - b.seq || byText(a.id, b.id);
}

/** One copy of each event. Where two copies of an id disagree, the smaller hash stands. */
function distinct<E extends FoldEvent>(events: Iterable<E>): E[] {
  const byId = new Map<string, E>();
  for (const event of events) {
    const known = byId.get(event.id);
    if (!known || event.hash < known.hash) byId.set(event.id, event);
  }
  return [...byId.values()];
}

/**
 * The one order in which the events of a cell are read, whatever order they arrived in. Events
 * of a device keep the order of their `seq`, even when its clock was set back in between;
 * events of different devices go by the clock, and by device id where the clocks agree.
 */
export function inOrder<E extends FoldEvent>(events: Iterable<E>): E[] {
  const ordered: OrderedEvent<E>[] = [];
  for (const event of distinct(events).sort(byDevice)) {
    const before = ordered.at(-1);
    const sameDevice = before?.event.deviceId === event.deviceId;
    const clock = sameDevice ? Math.max(before.clock, event.recordedAt) : event.recordedAt;
    ordered.push({ event, clock });
  }
  ordered.sort((a, b) => a.clock - b.clock || byDevice(a.event, b.event));
  return ordered.map(({ event }) => event);
}

function statusOf(event: FoldEvent): StatusInForce {
  if (event.code === null) throw new Error(`Event ${event.id} sets a status but names none.`);
  return {
    sessionId: event.sessionId,
    studentId: event.studentId,
    code: event.code,
    method: event.method,
    score: event.score,
    capturedAt: event.capturedAt,
    eventId: event.id,
  };
}

function apply(inForce: StatusInForce | null, event: FoldEvent): StatusInForce | null {
  switch (event.kind) {
    case 'mark': {
      // A rule says absent of those not seen, and away of those reported; whoever did see the
      // student knows better.
      const yields = inForce === null || (!isSettled(inForce) && event.method !== 'rule');
      return yields ? statusOf(event) : inForce;
    }
    case 'amend':
      return statusOf(event);
    case 'void':
      // A rule takes back what a rule has said, and nothing that anybody has seen.
      return event.method === 'rule' && isSettled(inForce) ? inForce : null;
    default:
      return assertNever(event.kind);
  }
}

/**
 * The status in force after all events of one student in one session; null when nobody has
 * marked or the mark was taken back. The same events give the same answer in any order and
 * however often each is given.
 *
 * A `mark` counts where nothing is in force (the first of two devices wins) or where only a rule
 * has spoken; an `amend` replaces; a `void` takes back, one of a rule only what a rule has said.
 */
export function foldCell(events: Iterable<FoldEvent>): StatusInForce | null {
  let inForce: StatusInForce | null = null;
  for (const event of inOrder(events)) inForce = apply(inForce, event);
  return inForce;
}

/** The whole register: the status in force of each session and student that has one. */
export function foldRegister(events: Iterable<FoldEvent>): Map<string, StatusInForce> {
  const cells = new Map<string, FoldEvent[]>();
  for (const event of events) {
    const key = cellKey(event);
    const cell = cells.get(key);
    if (cell) cell.push(event);
    else cells.set(key, [event]);
  }
  const register = new Map<string, StatusInForce>();
  for (const [key, cell] of cells) {
    const inForce = foldCell(cell);
    if (inForce) register.set(key, inForce);
  }
  return register;
}

/** Names one cell of the register: one student in one session. */
export function cellKey(cell: { sessionId: string; studentId: string }): string {
  return `${cell.sessionId}/${cell.studentId}`;
}
