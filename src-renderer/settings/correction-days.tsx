import { Button, Group, NumberInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { schoolSettingsSchema } from '#shared/contract/settings.contract.ts';

interface CorrectionDaysProps {
  days: number;
  disabled: boolean;
  busy: boolean;
  onSave: (days: number) => void;
}

/** For how long teachers may correct a register that is closed. */
export function CorrectionDays({ days, disabled, busy, onSave }: CorrectionDaysProps) {
  const { t } = useTranslation('settings');
  const form = useForm<{ days: number | string }>({
    initialValues: { days },
    validate: {
      days: must(schoolSettingsSchema.shape.correctionDays, t('school.correctionInvalid')),
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => onSave(Number(values.days)))} noValidate>
      <Group align="flex-end" gap="sm">
        <NumberInput
          label={t('school.correction')}
          description={t('school.correctionHint')}
          min={0}
          max={365}
          allowDecimal={false}
          suffix={t('school.correctionUnit')}
          flex={1}
          maw={420}
          disabled={disabled}
          {...form.getInputProps('days')}
        />
        {!disabled && (
          <Button
            type="submit"
            variant="default"
            loading={busy}
            disabled={Number(form.values.days) === days}
          >
            {t('school.submit')}
          </Button>
        )}
      </Group>
    </form>
  );
}
