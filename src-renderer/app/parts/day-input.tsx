import { DatePickerInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { formatCalendarDay } from '../format.ts';

interface DayInputProps {
  label: string;
  description?: ReactNode;
  /** YYYY-MM-DD; null while not chosen. */
  value?: string | null;
  onChange: (day: string | null) => void;
  error?: ReactNode;
  clearable?: boolean;
  placeholder?: string;
  minDate?: string | undefined;
  maxDate?: string | undefined;
}

/** Chooses one day, with a calendar. */
export function DayInput({ value = null, label, minDate, maxDate, ...props }: DayInputProps) {
  return (
    <DatePickerInput
      {...props}
      {...(minDate === undefined ? {} : { minDate })}
      {...(maxDate === undefined ? {} : { maxDate })}
      hideOutsideDates
      label={label}
      aria-label={value === null ? label : `${label}: ${formatCalendarDay(value)}`}
      value={value}
      valueFormatter={() => (value === null ? '' : formatCalendarDay(value))}
      leftSection={<IconCalendar size={18} aria-hidden />}
    />
  );
}
