import { Button, Checkbox, CopyButton, Group, Stack, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { IconCopy, IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PassphraseSheet } from './passphrase-sheet.tsx';
import { suggestPassphrase } from './suggest-passphrase.ts';

/** What the fields need of the form that they are a part of. */
export interface PassphraseForm {
  values: { passphrase: string };
  getInputProps(
    field: 'passphrase' | 'again' | 'kept',
    options?: { type?: 'checkbox' | 'input' },
  ): GetInputPropsReturnType;
  setFieldValue(field: 'passphrase', value: string): void;
}

interface PassphraseFieldsProps {
  form: PassphraseForm;
  label: string;
  /** For the sheet of paper. */
  school: string;
}

/** A new recovery passphrase: chosen, put on paper, and typed once more from there. */
export function PassphraseFields({ form, label, school }: PassphraseFieldsProps) {
  const { t } = useTranslation('firstRun');
  return (
    <Stack>
      <TextInput
        label={label}
        description={t('recovery.hint')}
        autoComplete="off"
        spellCheck={false}
        size="md"
        data-figures
        {...form.getInputProps('passphrase')}
      />
      <PassphraseButtons form={form} />
      <TextInput
        label={t('recovery.again')}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('again')}
      />
      <Checkbox label={t('recovery.kept')} {...form.getInputProps('kept', { type: 'checkbox' })} />
      <PassphraseSheet school={school} passphrase={form.values.passphrase} />
    </Stack>
  );
}

function PassphraseButtons({ form }: { form: PassphraseForm }) {
  const { t } = useTranslation('firstRun');
  return (
    <Group gap="xs">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        onClick={() => form.setFieldValue('passphrase', suggestPassphrase())}
      >
        {t('recovery.suggest')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('recovery.print')}
      </Button>
      <CopyButton value={form.values.passphrase}>
        {({ copied, copy }) => (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={copy}
          >
            {copied ? t('recovery.copied') : t('recovery.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
