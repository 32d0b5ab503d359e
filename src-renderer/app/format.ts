import i18next from 'i18next';

/** The language of the words, with the country's habits where the system names one: en-GB. */
function locale(): string {
  const { language } = i18next;
  return navigator.languages.find((one) => one.startsWith(language)) ?? language;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  formats.set(key, known);
  return known;
}

/** An instant as a clock time, such as 09:05. */
export function formatTime(instant: number): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);
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

/** Minutes since midnight as a clock time, such as 09:05. */
export function formatClock(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
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
  return new Intl.NumberFormat(locale()).format(value);
}

/** A share from 0 to 1 as a percentage. */
export function formatPercent(share: number): string {
  return new Intl.NumberFormat(locale(), {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

/** A share from 0 to 1 as a percentage of two figures, such as 0.06%, where small ones matter. */
export function formatRate(share: number): string {
  return new Intl.NumberFormat(locale(), {
    style: 'percent',
    maximumSignificantDigits: 2,
  }).format(share);
}

/** A similarity of faces with two decimals, such as 0.84. */
export function formatScore(score: number): string {
  return new Intl.NumberFormat(locale(), {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(score);
}

/** A size in bytes in megabytes, such as 12.4 MB. */
export function formatMegabytes(bytes: number): string {
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000_000);
}

/** A time to wait in words, rounded up: 30 seconds, 5 minutes. */
export function formatWait(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  return new Intl.NumberFormat(locale(), {
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
