import { PasswordInput, type PasswordInputProps, Progress, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  MIN_PASSWORD,
  type PasswordStrength,
  passwordStrength,
  strengthPercent,
} from './password-strength.ts';

const COLOURS: Record<PasswordStrength, string> = {
  tooShort: 'var(--status-absent-fill)',
  enough: 'var(--status-late-fill)',
  strong: 'var(--status-present-fill)',
  veryStrong: 'var(--status-present-fill)',
};

/** A field for a password yet to be: what is asked of it, after `description`, and its length. */
export function NewPasswordInput({
  description,
  ...props
}: Omit<PasswordInputProps, 'description'> & { description?: string; value?: string }) {
  const { t } = useTranslation('accounts');
  const value = props.value ?? '';
  const about = t('password.about', { minimum: MIN_PASSWORD });
  return (
    <Stack gap={6}>
      <PasswordInput
        description={[description, about].filter(Boolean).join(' ')}
        autoComplete="new-password"
        {...props}
      />
      {value !== '' && !props.error && <StrengthMeter password={value} />}
    </Stack>
  );
}

function StrengthMeter({ password }: { password: string }) {
  const { t } = useTranslation('accounts');
  const strength = passwordStrength(password);
  const words =
    strength === 'tooShort'
      ? t('password.tooShort', { count: MIN_PASSWORD - password.length })
      : t(`password.${strength}`);
  return (
    <Stack gap={4}>
      <Progress
        size="sm"
        value={strengthPercent(password)}
        color={COLOURS[strength]}
        aria-label={t('password.strength')}
      />
      <Text size="xs" c="dimmed" aria-live="polite">
        {words}
      </Text>
    </Stack>
  );
}
