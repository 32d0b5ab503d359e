import { useEffect, useState } from 'react';
import type { DayRange } from '#shared/contract/base.ts';
import { DayRangeInput, type DaysChosen } from './day-range-input.tsx';

interface KeptDayRangeProps {
  /** For screen readers. */
  label: string;
  range: DayRange;
  onChange: (range: DayRange) => void;
}

/** Chooses a range of days; one of which only the first day is chosen waits for the last. */
export function KeptDayRange({ label, range, onChange }: KeptDayRangeProps) {
  const [days, setDays] = useState<DaysChosen>([range.from, range.to]);
  useEffect(() => setDays([range.from, range.to]), [range.from, range.to]);
  function choose(chosen: DaysChosen) {
    const [from, to] = chosen;
    setDays(chosen);
    if (from && to) onChange({ from, to });
  }
  return <DayRangeInput label={label} hideLabel value={days} onChange={choose} />;
}
