import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const MINUTES = [2, 5, 10, 15, 30, 60, 120];

interface IdleLockChoiceProps {
  minutes: number;
  disabled: boolean;
  onChange: (minutes: number) => void;
}

/** After how long without input a window asks for the password. */
export function IdleLockChoice({ minutes, disabled, onChange }: IdleLockChoiceProps) {
  const { t } = useTranslation('settings');
  const offered = [...new Set([...MINUTES, minutes])].toSorted((one, other) => one - other);
  return (
    <Select
      label={t('school.idle')}
      description={t('school.idleHint')}
      maw={420}
      disabled={disabled}
      allowDeselect={false}
      data={offered.map((count) => ({
        value: String(count),
        label: t('school.idleMinutes', { count }),
      }))}
      value={String(minutes)}
      onChange={(value) => onChange(Number(value))}
    />
  );
}
