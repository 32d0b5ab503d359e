import { Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type CompareWith, compareWithSchema } from '#shared/contract/settings.contract.ts';

interface CompareChoiceProps {
  compareWith: CompareWith;
  disabled: boolean;
  onChange: (compareWith: CompareWith) => void;
}

/** Whose faces a register looks for. */
export function CompareChoice({ compareWith, disabled, onChange }: CompareChoiceProps) {
  const { t } = useTranslation('settings');
  return (
    <Radio.Group
      label={t('school.compare')}
      description={t('school.compareHint')}
      value={compareWith}
      onChange={(value) => onChange(compareWithSchema.parse(value))}
    >
      <Stack gap="sm" mt="sm">
        {compareWithSchema.options.map((one) => (
          <Radio
            key={one}
            value={one}
            disabled={disabled}
            label={t(`school.compares.${one}`)}
            description={t(`school.compareHints.${one}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
