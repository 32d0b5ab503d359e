const MINUTE_MS = 60_000;

/**
 * The instant at which clocks at the school show this many minutes after midnight of a day.
 * `utcOffsetMinutes` says how far local time is ahead of UTC at an instant. A time that the
 * clocks skip in spring is read as if they had not been put forward yet.
 */
export function localInstant(
  day: string,
  minutes: number,
  utcOffsetMinutes: (at: number) => number,
): number {
  const shown = Date.parse(day) + minutes * MINUTE_MS;
  const guess = shown - utcOffsetMinutes(shown) * MINUTE_MS;
  return shown - utcOffsetMinutes(guess) * MINUTE_MS;
}
