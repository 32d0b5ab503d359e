import { isolate } from './isolate.ts';
import { locale } from './locale.ts';

const kept = new Map<string, unknown>();

/** Formatters are slow to make: each is made once for a locale. */
function once<T>(kind: string, options: object, make: (tag: string) => T): T {
  const tag = locale().toString();
  const key = `${tag} ${kind} ${JSON.stringify(options)}`;
  if (!kept.has(key)) kept.set(key, make(tag));
  return kept.get(key) as T;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once('date', options, (tag) => new Intl.DateTimeFormat(tag, options));
}

function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return once('number', options, (tag) => new Intl.NumberFormat(tag, options));
}

/** Whether the clock here runs from 1 to 12, twice a day. */
export function hasHalfDays(): boolean {
  const { hourCycle } = dateFormat({ hour: 'numeric' }).resolvedOptions();
  return hourCycle === 'h12' || hourCycle === 'h11';
}

const clockOptions = (): Intl.DateTimeFormatOptions => ({
  hour: hasHalfDays() ? 'numeric' : '2-digit',
  minute: '2-digit',
});

/** The names of the halves of the day, such as AM and PM. */
export function namesOfHalfDays(): { am: string; pm: string } {
  const format = dateFormat({ hour: 'numeric', hour12: true, timeZone: 'UTC' });
  const half = (hour: number) =>
    format.formatToParts(Date.UTC(2024, 0, 1, hour)).find(({ type }) => type === 'dayPeriod');
  return { am: half(0)?.value ?? 'AM', pm: half(12)?.value ?? 'PM' };
}

/** An instant as a clock time, such as 09:05 or 9:05 AM. */
export function formatTime(instant: number): string {
  return dateFormat(clockOptions()).format(instant);
}

/** An instant as a day, such as Mon, 5 Jan 2026. */
export function formatDay(instant: number): string {
  return dateFormat({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
    instant,
  );
}

/** An instant as a day of this year without the year, such as Mon, 5 Jan. */
export function formatShortDay(instant: number): string {
  const thisYear = new Date(instant).getFullYear() === new Date().getFullYear();
  if (!thisYear) return formatDay(instant);
  return dateFormat({ weekday: 'short', day: 'numeric', month: 'short' }).format(instant);
}

/** An instant as a day and a clock time. */
export function formatDayTime(instant: number): string {
  return `${formatDay(instant)}, ${formatTime(instant)}`;
}

/** An instant as a day without its weekday, such as 5 Jan 2026. */
export function formatDate(instant: number): string {
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(instant);
}

/** A calendar day given as YYYY-MM-DD, such as 5 Jan 2026. */
export function formatCalendarDay(day: string): string {
  return dateFormat({ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
}

/** A calendar day with its weekday and without its year, such as Mon, 5 Jan. */
export function formatCalendarShortDay(day: string): string {
  return dateFormat({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
}

/** Minutes since midnight as a clock time, such as 09:05 or 9:05 AM. */
export function formatClock(minutes: number): string {
  return dateFormat({ ...clockOptions(), timeZone: 'UTC' }).format(minutes * 60_000);
}

/** A full hour of the day, such as 09:00 or 9 AM. */
export function formatHour(hour: number): string {
  if (!hasHalfDays()) return formatClock(hour * 60);
  return dateFormat({ hour: 'numeric', timeZone: 'UTC' }).format(hour * 3_600_000);
}

/** The name of a weekday, 1 for Monday to 7 for Sunday. */
export function formatWeekday(weekday: number): string {
  // 1 January 2024 was a Monday.
  return dateFormat({ weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}

/** A month given as YYYY-MM without its year, such as Jan. */
export function formatShortMonth(month: string): string {
  return dateFormat({ month: 'short', timeZone: 'UTC' }).format(Date.parse(month));
}

/** A month given as YYYY-MM, such as Jan 2026. */
export function formatMonth(month: string): string {
  return dateFormat({ month: 'short', year: 'numeric', timeZone: 'UTC' }).format(Date.parse(month));
}

/** Today where the laptop is, as people say it: Monday, 5 January. */
export function formatToday(instant: number): string {
  return dateFormat({ weekday: 'long', day: 'numeric', month: 'long' }).format(instant);
}

export function formatNumber(value: number): string {
  return numberFormat().format(value);
}

/** A share from 0 to 1 as a percentage. */
export function formatPercent(share: number): string {
  return numberFormat({
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

/** A share from 0 to 1 as a percentage of two figures, such as 0.06%, where small ones matter. */
export function formatRate(share: number): string {
  return numberFormat({
    style: 'percent',
    maximumSignificantDigits: 2,
  }).format(share);
}

/** A figure with so many decimals, such as 0.84. */
export function formatDecimal(value: number, decimals: number): string {
  return numberFormat({
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** A similarity of faces with two decimals, such as 0.84. */
export function formatScore(score: number): string {
  return formatDecimal(score, 2);
}

/** A size in bytes in megabytes, such as 12.4 MB. */
export function formatMegabytes(bytes: number): string {
  return numberFormat({
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000_000);
}

/** A time to wait in words, rounded up: 30 seconds, 5 minutes. */
export function formatWait(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return numberFormat({
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(value);
}

/** The calendar day of an instant where the laptop is, as YYYY-MM-DD. */
export function dayOf(instant: number): string {
  const date = new Date(instant);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

/** Things one after the other, such as Ann, Bo, Cy. */
export function formatList(items: readonly string[]): string {
  const options: Intl.ListFormatOptions = { type: 'unit', style: 'short' };
  return once('list', options, (tag) => new Intl.ListFormat(tag, options)).format(
    items.map(isolate),
  );
}

/** From one to another, such as 5 Jan 2026 – 9 Jan 2026; one alone where both are the same. */
export function formatSpan(from: string, to: string): string {
  return from === to ? from : `${from} – ${to}`;
}

/** The name of a country in the language of the words. @param code ISO 3166, such as IN */
export function formatCountry(code: string): string {
  const options: Intl.DisplayNamesOptions = { type: 'region' };
  return once('region', options, (tag) => new Intl.DisplayNames(tag, options)).of(code) ?? code;
}
