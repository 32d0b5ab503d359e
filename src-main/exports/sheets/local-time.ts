const MS_PER_MINUTE = 60_000;

function local(at: number, utcOffsetMinutes: number): string {
  return new Date(at + utcOffsetMinutes * MS_PER_MINUTE).toISOString();
}

/** The day where the school is, YYYY-MM-DD. */
export function localDay(at: number, utcOffsetMinutes: number): string {
  return local(at, utcOffsetMinutes).slice(0, 10);
}

/** The time of day where the school is, HH:MM. */
export function localClock(at: number, utcOffsetMinutes: number): string {
  return local(at, utcOffsetMinutes).slice(11, 16);
}

/** The time of day where the school is, in whole minutes since midnight. */
export function localMinutes(at: number, utcOffsetMinutes: number): number {
  const [hours, minutes] = localClock(at, utcOffsetMinutes).split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
