import i18next from 'i18next';
import { formatDayTime } from '#renderer/app/format.ts';
import type { ClockChange } from '#shared/contract/clock.contract.ts';

const UNITS = [
  { name: 'days', ms: 86_400_000 },
  { name: 'hours', ms: 3_600_000 },
  { name: 'minutes', ms: 60_000 },
] as const;

/** How far a clock was moved, in the largest unit that is exact enough, such as "2 hours". */
export function spanWords(shiftMs: number): string {
  const distance = Math.abs(shiftMs);
  const unit = UNITS.find(({ ms }) => distance >= ms * 2) ?? UNITS[UNITS.length - 1];
  const count = Math.max(1, Math.round(distance / (unit?.ms ?? 60_000)));
  return i18next.t(`clock:span.${unit?.name ?? 'minutes'}`, { count });
}

/** One change in a list of them. */
export function changeWords({ shiftMs, noticedAt }: ClockChange): string {
  const facts = { time: spanWords(shiftMs), when: formatDayTime(noticedAt) };
  return i18next.t(shiftMs < 0 ? 'clock:changeBack' : 'clock:changeForward', facts);
}
