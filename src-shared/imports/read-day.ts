import { z } from 'zod';
import { latinDigits } from './read-time.ts';

export const dayOrderSchema = z.enum(['dayFirst', 'monthFirst']);
/** Which of 3/4/2026 is the day. */
export type DayOrder = z.infer<typeof dayOrderSchema>;

const NUMERIC = /^(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4}|\d{2})$/;
const ISO = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ].*)?$/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([a-z]{3,9})[\s.,/-]*(\d{4}|\d{2})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** YYYY-MM-DD; null when the calendar knows no such day. */
function calendarDay(year: number, month: number, day: number): string | null {
  const full = year < 100 ? 2000 + year : year;
  const date = new Date(Date.UTC(full, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && full >= 1900 && full < 2200 ? date.toISOString().slice(0, 10) : null;
}

/** The two numbers of which either may be the day, as in 3/4/2026; null for any other date. */
export function typedPair(text: string): { first: number; second: number } | null {
  const found = NUMERIC.exec(text.trim());
  return found ? { first: Number(found[1]), second: Number(found[2]) } : null;
}

/** The order that fits every one of these texts; the day first where both do. */
export function dayOrderOf(texts: readonly string[]): DayOrder {
  const pairs = texts.flatMap((text) => typedPair(text) ?? []);
  const monthFirst = pairs.some(({ second }) => second > 12);
  return monthFirst && pairs.every(({ first }) => first <= 12) ? 'monthFirst' : 'dayFirst';
}

/** A date as people type it, as YYYY-MM-DD; null when it is none. */
export function readDay(text: string, order: DayOrder): string | null {
  const typed = latinDigits(text).trim().toLowerCase();
  const iso = ISO.exec(typed);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = NUMERIC.exec(typed);
  if (numeric) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
    return calendarDay(Number(numeric[3]), month, day);
  }
  const named = NAMED.exec(typed);
  const month = named ? MONTHS.indexOf(named[2]?.slice(0, 3) ?? '') + 1 : 0;
  return named && month > 0 ? calendarDay(Number(named[3]), month, Number(named[1])) : null;
}
