import { DatePickerInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** First and last day as YYYY-MM-DD; null while not chosen. */
export type DaysChosen = [from: string | null, to: string | null];

interface DayRangeInputProps {
  label?: string;
  'aria-label'?: string;
  value: DaysChosen;
  onChange: (days: DaysChosen) => void;
  error?: ReactNode;
  disabled?: boolean;
}

/** Chooses a first and a last day, with a calendar. */
export function DayRangeInput(props: DayRangeInputProps) {
  return (
    <DatePickerInput
      {...props}
      type="range"
      allowSingleDateInRange
      valueFormat="D MMM YYYY"
      leftSection={<IconCalendar size={18} aria-hidden />}
      miw={260}
    />
  );
}
