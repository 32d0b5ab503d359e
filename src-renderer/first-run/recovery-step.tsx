import { Button, Checkbox, CopyButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCopy, IconPrinter, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { PassphraseSheet } from './passphrase-sheet.tsx';
import { suggestPassphrase } from './suggest-passphrase.ts';
import type { FirstRun } from './use-first-run.ts';

export function RecoveryStep({ form }: { form: FirstRun['form'] }) {
  const { t } = useTranslation('firstRun');
  return (
    <Stack>
      <Text size="sm">{t('recovery.intro')}</Text>
      <TextInput
        label={t('recovery.passphrase')}
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
      <PassphraseSheet school={form.values.schoolName} passphrase={form.values.passphrase} />
    </Stack>
  );
}

function PassphraseButtons({ form }: { form: FirstRun['form'] }) {
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
