import { beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '#shared/contract/settings.contract.ts';
import {
  dayOf,
  formatCalendarDay,
  formatClock,
  formatHour,
  formatList,
  formatNumber,
  formatPercent,
  formatSpan,
  formatTime,
  formatWait,
  formatWeekday,
  namesOfHalfDays,
} from './format.ts';
import { setUpI18n, speak } from './i18n.ts';
import { firstDayOfWeek, takeHabitsFrom } from './locale.ts';

beforeAll(setUpI18n);

function on(computer: string, language: Language): void {
  takeHabitsFrom(computer);
  speak(language);
}

/** Chromium and Node put narrow spaces where they do not break. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

describe('clock times', () => {
  it('follow the country, whatever the language', () => {
    on('en-IN', 'en');
    expect(plain(formatClock(9 * 60 + 5))).toBe('9:05 am');
    expect(plain(formatHour(15))).toBe('3 pm');
    on('en-IN', 'hi');
    expect(plain(formatClock(15 * 60 + 5))).toBe('3:05 pm');
    on('de-DE', 'en');
    expect(formatClock(9 * 60 + 5)).toBe('09:05');
    expect(formatHour(9)).toBe('09:00');
  });

  it('are one and the same for an instant and for minutes of the day', () => {
    for (const computer of ['en-IN', 'en-GB', 'hi-IN', 'en-US']) {
      on(computer, 'en');
      const noon = new Date(2026, 0, 5, 12, 30).getTime();
      expect(formatTime(noon)).toBe(formatClock(12 * 60 + 30));
    }
  });

  it('name the halves of the day as they are written', () => {
    on('en-US', 'en');
    expect(namesOfHalfDays()).toEqual({ am: 'AM', pm: 'PM' });
    on('hi-IN', 'hi');
    expect(plain(formatClock(15 * 60))).toContain(namesOfHalfDays().pm);
  });
});

describe('days', () => {
  it('are named in the language and written as in the country', () => {
    on('en-GB', 'en');
    expect(formatCalendarDay('2026-01-05')).toBe('5 Jan 2026');
    on('en-US', 'en');
    expect(formatCalendarDay('2026-01-05')).toBe('Jan 5, 2026');
    on('en-IN', 'hi');
    expect(formatCalendarDay('2026-01-05')).toBe('5 जन॰ 2026');
    expect(formatWeekday(1)).toBe('सोमवार');
  });

  it('begin the week as the country does', () => {
    on('en-GB', 'en');
    expect(firstDayOfWeek()).toBe(1);
    on('en-IN', 'hi');
    expect(firstDayOfWeek()).toBe(0);
    on('ar-EG', 'en');
    expect(firstDayOfWeek()).toBe(6);
  });

  it('are the same day for main in every language', () => {
    on('hi-IN', 'hi');
    expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
  });
});

describe('figures', () => {
  it('are grouped as in the country, in digits from 0 to 9', () => {
    on('en-IN', 'hi');
    expect(formatNumber(1_234_567)).toBe('12,34,567');
    on('en-GB', 'en');
    expect(formatNumber(1_234_567)).toBe('1,234,567');
    on('ar-EG', 'en');
    expect(formatNumber(12)).toBe('12');
    expect(formatPercent(0.5)).toBe('50%');
  });

  it('carry their units in the language', () => {
    on('en-IN', 'hi');
    expect(formatWait(30_000)).toBe('30 सेकंड');
    on('en-IN', 'en');
    expect(formatWait(30_000)).toBe('30 seconds');
  });
});

it('a list has commas and no last word', () => {
  on('en-GB', 'en');
  expect(formatList(['Ann', 'Bo', 'Cy'])).toBe('Ann, Bo, Cy');
  on('en-IN', 'hi');
  expect(formatList(['Ann', 'Bo', 'Cy'])).toBe('Ann, Bo, Cy');
});

it('a span of one is the one', () => {
  expect(formatSpan('5 Jan', '5 Jan')).toBe('5 Jan');
  expect(formatSpan('5 Jan', '6 Jan')).toBe('5 Jan – 6 Jan');
});
