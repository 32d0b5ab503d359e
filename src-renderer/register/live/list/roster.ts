import type { RosterEntry, Status } from '#shared/contract/register.contract.ts';
import { nameOrder } from '#shared/people/name-order.ts';
import { type ResultCount, resultCounts } from '../../result-counts.ts';
import { lookOfStatus, type StatusLook } from '../../status-look.ts';

/** What the teacher asks of a row first: is the student present, in doubt, not marked, or away? */
export type Presence = 'present' | 'unsure' | 'unmarked' | 'away';

export interface RosterCounts {
  /** Late ones included. */
  present: number;
  late: number;
  unsure: number;
  unmarked: number;
  /** Absent, excused or otherwise not expected, as marked by hand. */
  away: number;
}

/** The status of the school's that a student has; null while nobody has marked. */
export function statusOf(entry: RosterEntry, statuses: readonly Status[]): Status | null {
  const code = entry.mark?.code;
  return statuses.find((status) => status.code === code) ?? null;
}

export function lookOf(entry: RosterEntry, statuses: readonly Status[]): StatusLook {
  return lookOfStatus(statusOf(entry, statuses), entry.unsure);
}

const PRESENCE: Record<StatusLook, Presence> = {
  present: 'present',
  late: 'present',
  absent: 'away',
  excused: 'away',
  unsure: 'unsure',
  unmarked: 'unmarked',
};

export function presenceOf(entry: RosterEntry, statuses: readonly Status[]): Presence {
  return PRESENCE[lookOf(entry, statuses)];
}

export function countRoster(
  roster: readonly RosterEntry[],
  statuses: readonly Status[],
): RosterCounts {
  const counts: RosterCounts = { present: 0, late: 0, unsure: 0, unmarked: 0, away: 0 };
  for (const entry of roster) {
    counts[presenceOf(entry, statuses)] += 1;
    if (lookOf(entry, statuses) === 'late') counts.late += 1;
  }
  return counts;
}

/** What a session came to, see `resultCounts`. */
export function countResult(
  roster: readonly RosterEntry[],
  statuses: readonly Status[],
): ResultCount[] {
  const marksOf = (code: string) => roster.filter(({ mark }) => mark?.code === code).length;
  return resultCounts(statuses.map((status) => ({ ...status, marks: marksOf(status.code) })));
}

const byName = (a: RosterEntry, b: RosterEntry) => nameOrder.compare(a.fullName, b.fullName);

/** The list during the session: by name, so that a mark moves nobody. */
export function liveOrder(roster: readonly RosterEntry[]): RosterEntry[] {
  return roster.toSorted(byName);
}

/** Whether the teacher has yet to say how a student stands, or is asked whether it is still true. */
export function isToDecide({ mark, seenAt }: RosterEntry): boolean {
  return mark === null || seenAt !== null;
}

/** The list at the close: what is left to decide on top, each group by name. */
export function closingOrder(roster: readonly RosterEntry[]): RosterEntry[] {
  const isAsked = ({ unsure, seenAt }: RosterEntry) => unsure || seenAt !== null;
  const group = (entry: RosterEntry) => (isToDecide(entry) ? Number(!isAsked(entry)) : 2);
  return roster.toSorted((a, b) => group(a) - group(b) || byName(a, b));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Those whose name or number fits what was typed: each typed word starts a word of the name,
 * or the number. Case and accents do not matter.
 */
export function searchRoster(roster: readonly RosterEntry[], typed: string): RosterEntry[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  return roster.filter((entry) => {
    const words = [...plain(entry.fullName).split(/[\s'’-]+/), plain(entry.studentNumber)];
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}
