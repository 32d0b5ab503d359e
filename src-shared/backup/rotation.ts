/** How many days, weeks and months back a backup is kept for each; the usual three generations. */
const GENERATIONS = [
  { kept: 7, periodOf: (day: string) => day },
  { kept: 4, periodOf: weekOf },
  { kept: 12, periodOf: (day: string) => day.slice(0, 7) },
] as const;

const DAY_MS = 86_400_000;

/** The Monday that begins the day's week. */
function weekOf(day: string): string {
  const at = Date.parse(day);
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

/**
 * Which backups may go: those that are not the newest of one of the last seven days that have any,
 * the last four weeks or the last twelve months. The newest of all always stays.
 * @param madeAt when each backup was made, in milliseconds since the epoch
 * @returns the moments of those to be removed, oldest first
 */
export function outdatedBackups(madeAt: readonly number[]): number[] {
  const newestFirst = [...madeAt].sort((a, b) => b - a);
  const stay = new Set<number>();
  for (const { kept, periodOf } of GENERATIONS) {
    const newestOf = new Map<string, number>();
    for (const at of newestFirst) {
      const period = periodOf(new Date(at).toISOString().slice(0, 10));
      if (!newestOf.has(period)) newestOf.set(period, at);
    }
    for (const at of [...newestOf.values()].slice(0, kept)) stay.add(at);
  }
  return newestFirst.filter((at) => !stay.has(at)).reverse();
}

/** A day without a backup is as long as a school goes. */
export const BACKUP_EVERY_MS = DAY_MS;

/** Whether the next automatic backup is due; a last one in the future was made by a wrong clock. */
export function isBackupDue(lastMadeAt: number | null, now: number): boolean {
  return lastMadeAt === null || lastMadeAt > now || now - lastMadeAt >= BACKUP_EVERY_MS;
}
