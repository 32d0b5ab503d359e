import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DoorstepCard } from '#renderer/app/parts/doorstep-card.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { RecoverLink } from '#renderer/backup/recover-link.tsx';
import { useUnlock } from './use-start-up.ts';

/** Opens the register by its recovery passphrase, when the keychain does not give the key. */
export function UnlockScreen() {
  const { t } = useTranslation('startUp');
  const unlock = useUnlock();
  const form = useForm({
    initialValues: { passphrase: '' },
    validate: { passphrase: (value) => (value.trim() ? null : t('unlock.empty')) },
  });
  return (
    <DoorstepCard title={t('unlock.title')} about={t('unlock.about')} width={520}>
      <form onSubmit={form.onSubmit((values) => unlock.mutate(values))}>
        <Stack>
          {unlock.isError && <Problem error={unlock.error} />}
          <PasswordInput
            label={t('unlock.passphrase')}
            autoComplete="off"
            autoFocus
            {...form.getInputProps('passphrase')}
          />
          <Button type="submit" loading={unlock.isPending}>
            {t('unlock.submit')}
          </Button>
          <Text size="sm" c="dimmed">
            {t('unlock.lost')}
          </Text>
        </Stack>
      </form>
      <RecoverLink />
    </DoorstepCard>
  );
}
