import { Input, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ExportFormat, exportFormatSchema } from '#shared/contract/exports.contract.ts';

interface FormatChoiceProps {
  value: ExportFormat;
  disabled: boolean;
  onChange: (format: ExportFormat) => void;
}

export function FormatChoice({ value, disabled, onChange }: FormatChoiceProps) {
  const { t } = useTranslation('exports');
  return (
    <Input.Wrapper label={t('format')} labelElement="div">
      <SegmentedControl
        fullWidth
        aria-label={t('format')}
        data={exportFormatSchema.options.map((format) => ({
          value: format,
          label: t(`formats.${format}`),
        }))}
        value={value}
        disabled={disabled}
        onChange={onChange}
      />
    </Input.Wrapper>
  );
}
