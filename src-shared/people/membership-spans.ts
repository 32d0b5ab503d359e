import { addDays } from '../timetable/days.ts';
import { holdsOn, type Validity } from '../timetable/validity.ts';

/** The days on which a student belongs to a class, both included; `to` null: still does. */
export interface MembershipSpan extends Validity {
  classId: string;
}

/** The spans as far as they lie before a day, the last of them cut off there. Oldest first. */
function before(spans: readonly MembershipSpan[], day: string): MembershipSpan[] {
  return spans
    .filter(({ from }) => from < day)
    .map((span) => (holdsOn(span, day) ? { ...span, to: addDays(day, -1) } : span));
}

/**
 * From that day on the student belongs to the class, and to no other; before it everything stays.
 * Spans are oldest first and do not overlap, before and after.
 */
export function placedFrom(
  spans: readonly MembershipSpan[],
  { classId, day }: { classId: string; day: string },
): MembershipSpan[] {
  const kept = before(spans, day);
  const last = kept.at(-1);
  const goesOn = last?.classId === classId && last.to === addDays(day, -1);
  if (last && goesOn) return [...kept.slice(0, -1), { ...last, to: null }];
  return [...kept, { classId, from: day, to: null }];
}

/**
 * The latest span begins on that day instead. A class before it that the student came from
 * without a gap is left the day before; what would not have a day left goes. A span that has
 * ended by that day is left as it is.
 */
export function begunOn(spans: readonly MembershipSpan[], day: string): MembershipSpan[] {
  const latest = spans.at(-1);
  if (!latest || (latest.to !== null && latest.to < day)) return [...spans];
  const earlier = before(spans.slice(0, -1), day);
  const cameFrom = earlier.at(-1);
  const withoutGap = cameFrom && spans.at(-2)?.to === addDays(latest.from, -1);
  if (cameFrom && withoutGap && cameFrom.from === spans.at(-2)?.from) {
    earlier[earlier.length - 1] = { ...cameFrom, to: addDays(day, -1) };
  }
  return [...earlier, { ...latest, from: day }];
}

/** Whether the student belongs to the class on a day. */
export function belongsOn(spans: readonly MembershipSpan[], classId: string, day: string): boolean {
  return spans.some((span) => span.classId === classId && holdsOn(span, day));
}
