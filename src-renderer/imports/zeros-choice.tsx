import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LostZeros } from '#shared/contract/imports.contract.ts';

interface ZerosChoiceProps {
  zeros: LostZeros;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

/** Whether IDs that a spreadsheet has taken zeros from are those of the students they fit. */
export function ZerosChoice({ zeros, checked, disabled, onChange }: ZerosChoiceProps) {
  const { t } = useTranslation('imports');
  const { rows, listed, studentNumber, fullName } = zeros;
  return (
    <Checkbox
      label={t('zeros.label', { listed, number: studentNumber, name: fullName })}
      description={t('zeros.about', { count: rows })}
      checked={checked}
      disabled={disabled ?? false}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
