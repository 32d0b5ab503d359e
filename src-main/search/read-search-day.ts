import { readDay } from '#shared/imports/read-day.ts';
import { searchKey } from '#shared/people/search-key.ts';

const DAY_MS = 86_400_000;
/** Shorter beginnings of a name are no month and no weekday. */
const SHORTEST_NAME = 3;
/** Whose names of months and weekdays are understood; Latin letters and Devanagari. */
const LANGUAGES = ['en', 'hi'];
/** Days before today by what people call them. Hindi has one word for yesterday and tomorrow. */
const NAMED_DAYS: readonly (readonly [string, number])[] = [
  ['today', 0],
  ['yesterday', 1],
  ['आज', 0],
  ['कल', 1],
];
const DAYS_BY_NAME = new Map(NAMED_DAYS.map(([name, ago]) => [searchKey(name), ago]));

/** The names of the parts of a date, folded as a search is, by language. */
function names(part: 'month' | 'weekday', dates: readonly number[]): string[][] {
  return LANGUAGES.map((language) => {
    const format = new Intl.DateTimeFormat(language, { [part]: 'long', timeZone: 'UTC' });
    return dates.map((date) => searchKey(format.format(date)));
  });
}

const MONTHS = names(
  'month',
  Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1)),
);
/** From Sunday on, as a calendar counts them; 7 January 2024 was one. */
const WEEKDAYS = names(
  'weekday',
  Array.from({ length: 7 }, (_, weekday) => Date.UTC(2024, 0, 7 + weekday)),
);

/** Which of the names a word is or begins; -1 where it is none. */
function placeIn(lists: readonly (readonly string[])[], word: string): number {
  const key = searchKey(word);
  const fits = (name: string) =>
    name === key || (key.length >= SHORTEST_NAME && name.startsWith(key));
  const places = lists.map((list) => list.findIndex(fits));
  return places.find((place) => place >= 0) ?? -1;
}

const daysBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * DAY_MS).toISOString().slice(0, 10);

/** The last such day that is not after today, where no year is given. */
function lastSuch(dayAndMonth: string, year: string | undefined, today: string): string | null {
  if (year !== undefined) return readDay(`${dayAndMonth}/${year}`, 'dayFirst');
  const thisYear = Number(today.slice(0, 4));
  // A leap day is at most eight years ago.
  for (let candidate = thisYear; candidate >= thisYear - 8; candidate -= 1) {
    const day = readDay(`${dayAndMonth}/${candidate}`, 'dayFirst');
    if (day !== null && day <= today) return day;
  }
  return null;
}

/** A day in one word: 2026-03-12, 12.3.26, 12/3, yesterday, Monday. */
function inOneWord(word: string, today: string): string | null {
  const ago = DAYS_BY_NAME.get(searchKey(word));
  if (ago !== undefined) return daysBefore(today, ago);
  const weekday = placeIn(WEEKDAYS, word);
  if (weekday >= 0) {
    const since = new Date(Date.parse(today)).getUTCDay() - weekday;
    return daysBefore(today, (since + 7) % 7);
  }
  const short = /^(\d{1,2})[./](\d{1,2})\.?$/.exec(word);
  return short ? lastSuch(`${short[1]}/${short[2]}`, undefined, today) : readDay(word, 'dayFirst');
}

const YEAR = /^(19|20|21)\d\d$/;

/** A day and a month in two words, in either order, and a year where one follows. */
function inWords(words: readonly string[], today: string): { day: string; length: number } | null {
  const [first = '', second = '', third = ''] = words;
  const numberFirst = /^\d/.test(first);
  const dayText = /^(\d{1,2})(?:st|nd|rd|th|[.,])?,?$/i.exec(numberFirst ? first : second);
  const month = placeIn(MONTHS, (numberFirst ? second : first).replace(/[.,]$/, ''));
  if (!dayText || month < 0) return null;
  const year = YEAR.test(third) ? third : undefined;
  const day = lastSuch(`${dayText[1]}/${month + 1}`, year, today);
  return day === null ? null : { day, length: year === undefined ? 2 : 3 };
}

/** What a search says: the day that it names, and its other words. */
export interface SearchReading {
  /** YYYY-MM-DD, or null. */
  day: string | null;
  words: string[];
}

/**
 * Looks for a day in a search, as people type it: "12 March 8B", "8B yesterday", "12/3". Without a
 * year it is the last one of that name up to today.
 */
export function readSearchDay(search: string, today: string): SearchReading {
  const words = search.split(/\s+/).filter((word) => word !== '');
  for (let at = 0; at < words.length; at += 1) {
    const rest = words.slice(at);
    const single = inOneWord(rest[0] ?? '', today);
    const found = inWords(rest, today) ?? (single === null ? null : { day: single, length: 1 });
    if (found) return { day: found.day, words: words.toSpliced(at, found.length) };
  }
  return { day: null, words };
}
