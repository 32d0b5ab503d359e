import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ChangeRight } from '#shared/contract/register.contract.ts';

/** Why this account may not change a register, and whom to ask. Nothing while it may. */
export function ChangeRefused({ change }: { change: ChangeRight }) {
  const { t } = useTranslation('history');
  if (change.kind === 'allowed' || change.kind === 'discarded') return null;
  const words =
    change.kind === 'over'
      ? t('refused.over', { count: change.days })
      : t('refused.notOwn', { teacher: change.teacherName });
  return (
    <Alert color="gray" icon={<IconLock aria-hidden />}>
      {words}
    </Alert>
  );
}
