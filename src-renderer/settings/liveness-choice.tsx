import { Alert, Radio, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#renderer/app/parts/confirm-dialog.tsx';
import { type LivenessPolicy, livenessPolicySchema } from '#shared/liveness/evidence.ts';

interface LivenessChoiceProps {
  policy: LivenessPolicy;
  disabled: boolean;
  onChange: (policy: LivenessPolicy) => void;
}

/** Strictest first. */
const POLICIES = livenessPolicySchema.options.toReversed();

/** How much proof of life a register asks for; turning it off is asked about, and loud. */
export function LivenessChoice({ policy, disabled, onChange }: LivenessChoiceProps) {
  const { t } = useTranslation('settings');
  const [asking, dialog] = useDisclosure();

  function choose(value: string) {
    const chosen = livenessPolicySchema.parse(value);
    if (chosen === 'off') dialog.open();
    else onChange(chosen);
  }
  return (
    <Stack>
      <Radio.Group
        label={t('school.liveness')}
        description={t('school.livenessHint')}
        value={policy}
        onChange={choose}
      >
        <Stack gap="sm" mt="sm">
          {POLICIES.map((one) => (
            <Radio
              key={one}
              value={one}
              disabled={disabled}
              label={t(`school.policies.${one}`)}
              description={t(`school.policyHints.${one}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {policy === 'off' && <OffWarning />}
      <ConfirmDialog
        opened={asking}
        onClose={dialog.close}
        title={t('school.offTitle')}
        confirm={t('school.offConfirm')}
        danger
        onConfirm={() => {
          dialog.close();
          onChange('off');
        }}
      >
        {t('school.offWarning')}
      </ConfirmDialog>
    </Stack>
  );
}

function OffWarning() {
  const { t } = useTranslation('settings');
  return (
    <Alert
      color="red"
      variant="filled"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('school.offTitle')}
    >
      {t('school.offWarning')}
    </Alert>
  );
}
