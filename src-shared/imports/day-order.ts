import { weekdayOf } from '../timetable/days.ts';
import { type DayOrder, dayOrderOf, readDay, typedPair } from './read-day.ts';

/** What the dates of a list say of which of 3/4/2026 is the day. */
export type DayOrderFinding =
  /** No date depends on it. */
  | { kind: 'plain' }
  /** Some date can be read in this order alone. */
  | { kind: 'seen'; order: DayOrder }
  /** Every date can be read both ways. */
  | { kind: 'open'; likely: DayOrder; example: string };

const ORDERS = ['dayFirst', 'monthFirst'] as const satisfies readonly DayOrder[];
const MOST_MONTHS = 12;
const DAY_MS = 86_400_000;

/** A Sunday among the dates speaks against an order as much as dates a week further apart. */
const SUNDAY_DAYS = 7;

/** How much speaks against an order: first days yet to come, then days far apart, and Sundays. */
function doubts(texts: readonly string[], order: DayOrder, today: string): number[] {
  const days = texts.flatMap((text) => readDay(text, order) ?? []).toSorted();
  const [first = today, last = today] = [days[0], days.at(-1)];
  return [
    days.filter((day) => day > today).length,
    (Date.parse(last) - Date.parse(first)) / DAY_MS +
      SUNDAY_DAYS * days.filter((day) => weekdayOf(day) === 7).length,
  ];
}

function likelyOrder(texts: readonly string[], today: string): DayOrder {
  const [dayFirst, monthFirst] = ORDERS.map((order) => doubts(texts, order, today));
  const at = dayFirst?.findIndex((value, index) => value !== monthFirst?.[index]) ?? -1;
  return at >= 0 && (dayFirst?.[at] ?? 0) > (monthFirst?.[at] ?? 0) ? 'monthFirst' : 'dayFirst';
}

/** Whether the dates of a list have to be asked about, and what they themselves suggest. */
export function findDayOrder(texts: readonly string[], today: string): DayOrderFinding {
  const distinct = [...new Set(texts)];
  const pairs = distinct.flatMap((text) => {
    const pair = typedPair(text);
    return pair ? [{ text, ...pair }] : [];
  });
  if (pairs.some(({ first, second }) => first > MOST_MONTHS || second > MOST_MONTHS)) {
    return { kind: 'seen', order: dayOrderOf(distinct) };
  }
  const open = pairs.find(({ first, second }) => first !== second);
  if (!open) return { kind: 'plain' };
  return { kind: 'open', likely: likelyOrder(distinct, today), example: open.text };
}
