import { DatePickerInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { formatCalendarDay } from '../format.ts';

/** First and last day as YYYY-MM-DD; null while not chosen. */
export type DaysChosen = [from: string | null, to: string | null];

interface DayRangeInputProps {
  label: string;
  value: DaysChosen;
  onChange: (days: DaysChosen) => void;
  /** The label is for screen readers alone. */
  hideLabel?: boolean;
  error?: ReactNode;
  disabled?: boolean;
  /** Whether no days at all can be chosen; the placeholder says what that means. */
  clearable?: boolean;
  placeholder?: string;
}

function wordsOf([from, to]: DaysChosen): string {
  const ends = [from, to].filter((day) => day !== null).map(formatCalendarDay);
  return ends.join(' – ');
}

/** Chooses a first and a last day, with a calendar. */
export function DayRangeInput({ label, hideLabel, value, ...props }: DayRangeInputProps) {
  const words = wordsOf(value);
  const id = useId();
  return (
    <DatePickerInput
      {...props}
      id={id}
      popoverProps={{ id }}
      hideOutsideDates
      type="range"
      allowSingleDateInRange
      label={hideLabel ? undefined : label}
      aria-label={`${label}: ${words || (props.placeholder ?? '')}`}
      value={value}
      valueFormatter={() => words}
      leftSection={<IconCalendar size={18} aria-hidden />}
      miw={260}
    />
  );
}
