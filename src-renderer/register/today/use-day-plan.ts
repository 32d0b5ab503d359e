import { useInterval } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { dayOf } from '#renderer/app/format.ts';
import { api } from '#renderer/app/query-client.ts';
import { useAccount } from '#renderer/app/standing.ts';
import type { TimetableDay } from '#shared/contract/timetable.contract.ts';
import { type DayPlan, planDay } from '#shared/timetable/day-plan.ts';

/** How often the clock is looked at. */
const TICK_MS = 15_000;

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  const { start, stop } = useInterval(() => setNow(Date.now()), TICK_MS);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  return now;
}

/** Whose lessons Today shows. */
export type Mine = 'mine' | 'all';

export interface TodaysLessons {
  day: TimetableDay;
  plan: DayPlan;
  now: number;
  /** Null where there is nothing to choose: there are only own lessons, or none. */
  mine: Mine | null;
  setMine: (mine: Mine) => void;
}

/** Today's lessons by what is to be done about them; null while loading. */
export function useDayPlan(): TodaysLessons | null {
  const now = useNow();
  const account = useAccount();
  const [wish, setMine] = useState<Mine | null>(null);
  const today = dayOf(now);
  const query = useQuery(
    api.timetable.days.queryOptions({
      input: { range: { from: today, to: today } },
      refetchInterval: TICK_MS,
    }),
  );
  const day = query.data?.[0];
  if (!day) return null;
  const own = day.lessons.filter(({ teacherId }) => teacherId === account.id);
  const someOfOthers = own.length < day.lessons.length;
  const usual: Mine = own.length > 0 || account.role !== 'admin' ? 'mine' : 'all';
  const mine = wish ?? usual;
  const shown = mine === 'mine' ? { ...day, lessons: own } : day;
  return { day: shown, plan: planDay(shown, now), now, mine: someOfOthers ? mine : null, setMine };
}
