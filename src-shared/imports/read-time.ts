const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?\s*([ap])?\.?\s*m?\.?$/;
const HOUR = /^(\d{1,2})\s*([ap])\.?\s*m\.?$/;
const FOUR_DIGITS = /^(\d{2})(\d{2})$/;
const DEVANAGARI_ZERO = 0x0966;

/** Digits as people write them in Hindi, as 0 to 9. */
export function latinDigits(text: string): string {
  return text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - DEVANAGARI_ZERO));
}

/** The hour of the day; null for 13 pm. */
function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** A time of day as people type it, in minutes since midnight; null when it is none. */
export function readTime(text: string): number | null {
  const typed = latinDigits(text).trim().toLowerCase();
  const whole = HOUR.exec(typed);
  const found = whole ?? CLOCK.exec(typed) ?? FOUR_DIGITS.exec(typed);
  if (!found) return null;
  const hour = hourOfDay(Number(found[1]), whole ? whole[2] : found[3]);
  const minute = whole ? 0 : Number(found[2]);
  return hour === null || minute > 59 ? null : hour * 60 + minute;
}
