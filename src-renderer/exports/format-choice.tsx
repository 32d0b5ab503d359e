import { useTranslation } from 'react-i18next';
import { Choice } from '#renderer/app/parts/choice.tsx';
import { type ExportFormat, exportFormatSchema } from '#shared/contract/exports.contract.ts';

interface FormatChoiceProps {
  value: ExportFormat;
  disabled: boolean;
  onChange: (format: ExportFormat) => void;
}

export function FormatChoice(props: FormatChoiceProps) {
  const { t } = useTranslation('exports');
  return (
    <Choice
      label={t('format')}
      options={exportFormatSchema.options.map((format) => ({
        value: format,
        label: t(`formats.${format}`),
      }))}
      fullWidth
      {...props}
    />
  );
}
