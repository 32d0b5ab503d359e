import { useState } from 'react';
import { dayOf } from '#renderer/app/format.ts';
import type { DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import type { DayRange } from '#shared/contract/base.ts';

/** About one term. */
const DAYS_BACK = 90;
const DAY_MS = 86_400_000;

/** The days shown; a range with one end chosen waits for the other before it is asked for. */
export function useDays() {
  const now = Date.now();
  const usual: DayRange = { from: dayOf(now - DAYS_BACK * DAY_MS), to: dayOf(now) };
  const [range, setRange] = useState(usual);
  const [days, setDays] = useState<DaysChosen>([usual.from, usual.to]);
  function choose(chosen: DaysChosen) {
    const [from, to] = chosen;
    setDays(chosen);
    if (from && to) setRange({ from, to });
  }
  return { range, days, choose };
}
