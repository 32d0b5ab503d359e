import i18next from 'i18next';

let computer = new Intl.Locale(navigator.language);
const locales = new Map<string, Intl.Locale>();

/** From now on the habits are those of this country. @param tag BCP 47, the computer's own: en-IN */
export function takeHabitsFrom(tag: string): void {
  computer = new Intl.Locale(tag);
  locales.clear();
}

const KEPT = 'locale';

/**
 * Takes the habits of the computer, which the main process names in the address of the window. It is
 * then kept for a reload and taken out of the address: what stands there before the hash would be read
 * by the router's history as part of each screen's own search.
 */
export function takeComputersHabits(): void {
  const { search, pathname, hash } = window.location;
  const named = new URLSearchParams(search).get('locale');
  if (named !== null) {
    sessionStorage.setItem(KEPT, named);
    window.history.replaceState(window.history.state, '', `${pathname}${hash}`);
  }
  const tag = named ?? sessionStorage.getItem(KEPT);
  if (tag !== null) takeHabitsFrom(tag);
}

/** The country of the computer, such as IN; undefined where it names none. */
export function country(): string | undefined {
  return computer.region;
}

/**
 * The language of the words with the habits of the computer's country: hi-IN, en-GB. Figures are
 * 0 to 9 in every language, as on registers and spreadsheets.
 */
export function locale(): Intl.Locale {
  const { language } = i18next;
  const known = locales.get(language) ?? localeOf(language);
  locales.set(language, known);
  return known;
}

function localeOf(language: string): Intl.Locale {
  const { region, hourCycle } = computer;
  return new Intl.Locale(language, {
    numberingSystem: 'latn',
    ...(region === undefined ? {} : { region }),
    ...(hourCycle === undefined ? {} : { hourCycle }),
  });
}

/** The day a week begins with in a calendar, 0 for Sunday to 6 for Saturday. */
export function firstDayOfWeek(): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const { firstDay } = locale().getWeekInfo();
  return DAYS.find((day) => day === firstDay % 7) ?? 1;
}

const DAYS = [0, 1, 2, 3, 4, 5, 6] as const;
