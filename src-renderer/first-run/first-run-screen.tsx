import { Button, Group, Stack, Stepper } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DoorstepCard } from '#renderer/app/parts/doorstep-card.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { RecoverLink } from '#renderer/backup/recover-link.tsx';
import { AdminStep } from './admin-step.tsx';
import { FirstRunDone } from './first-run-done.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import { SchoolStep } from './school-step.tsx';
import { type FirstRun, STEPS, useFirstRun } from './use-first-run.ts';

/** School, first admin, recovery passphrase: then the register exists. */
export function FirstRunScreen() {
  const { t } = useTranslation('firstRun');
  const firstRun = useFirstRun();
  if (firstRun.creation.isSuccess) {
    return <FirstRunDone school={firstRun.form.values.schoolName} onOpen={firstRun.open} />;
  }
  return (
    <DoorstepCard title={t('title')} about={t('about')} width={640}>
      <Stepper active={firstRun.step} size="sm" aria-label={t('title')}>
        {STEPS.map((step) => (
          <Stepper.Step key={step} label={t(`steps.${step}`)} disabled />
        ))}
      </Stepper>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          firstRun.next();
        }}
      >
        <Stack>
          {firstRun.creation.isError && <Problem error={firstRun.creation.error} />}
          <Step firstRun={firstRun} />
          <StepButtons firstRun={firstRun} />
        </Stack>
      </form>
      {firstRun.step === 0 && <RecoverLink />}
    </DoorstepCard>
  );
}

function Step({ firstRun }: { firstRun: FirstRun }) {
  switch (STEPS[firstRun.step]) {
    case 'admin':
      return <AdminStep form={firstRun.form} />;
    case 'recovery':
      return <RecoveryStep form={firstRun.form} />;
    default:
      return <SchoolStep form={firstRun.form} />;
  }
}

function StepButtons({ firstRun }: { firstRun: FirstRun }) {
  const { t } = useTranslation(['firstRun', 'app']);
  const last = firstRun.step === STEPS.length - 1;
  return (
    <Group justify="space-between" mt="xs">
      <Button
        variant="default"
        onClick={firstRun.back}
        disabled={firstRun.step === 0 || firstRun.creation.isPending}
      >
        {t('app:back')}
      </Button>
      <Button type="submit" loading={firstRun.creation.isPending}>
        {last ? t('create') : t('app:next')}
      </Button>
    </Group>
  );
}
