import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { nameSchema } from '#shared/contract/base.ts';

interface SchoolNameFormProps {
  name: string;
  disabled: boolean;
  busy: boolean;
  onSave: (name: string) => void;
}

export function SchoolNameForm({ name, disabled, busy, onSave }: SchoolNameFormProps) {
  const { t } = useTranslation('settings');
  const form = useForm({
    initialValues: { name },
    validate: { name: must(nameSchema, t('school.nameInvalid')) },
  });
  return (
    <form onSubmit={form.onSubmit((values) => onSave(values.name))} noValidate>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('school.name')}
          flex={1}
          maw={420}
          disabled={disabled}
          {...form.getInputProps('name')}
        />
        {!disabled && (
          <Button
            type="submit"
            variant="default"
            loading={busy}
            disabled={form.values.name.trim() === name}
          >
            {t('school.submit')}
          </Button>
        )}
      </Group>
    </form>
  );
}
