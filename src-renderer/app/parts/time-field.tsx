import { TimePicker, type TimePickerProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import { hasHalfDays, namesOfHalfDays } from '../format.ts';

interface TimeFieldProps
  extends Pick<TimePickerProps, 'value' | 'onChange' | 'onBlur' | 'onFocus' | 'error'> {
  label: string;
}

/** A clock time as HH:MM, typed the way clock times are written here. */
export function TimeField({ label, ...props }: TimeFieldProps) {
  const { t } = useTranslation();
  return (
    <TimePicker
      {...props}
      label={label}
      format={hasHalfDays() ? '12h' : '24h'}
      amPmLabels={namesOfHalfDays()}
      hoursInputLabel={t('clock.hours', { label })}
      minutesInputLabel={t('clock.minutes', { label })}
      amPmInputLabel={t('clock.half', { label })}
    />
  );
}
