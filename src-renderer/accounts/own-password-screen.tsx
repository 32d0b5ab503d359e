import { Button, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorstepCard } from '#renderer/app/parts/doorstep-card.tsx';
import type { Account } from '#shared/contract/accounts.contract.ts';
import { ChangePasswordForm } from './change-password-form.tsx';
import { forgetTyped, typedBy } from './just-signed-in.ts';
import { useSignOut } from './use-sign-out.ts';

/** Stands between a sign-in with a temporary password and everything else. */
export function OwnPasswordScreen({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'app']);
  const signOut = useSignOut();
  const [given] = useState(() => typedBy(account.username));
  useEffect(() => forgetTyped, []);
  return (
    <DoorstepCard
      title={t('own.title')}
      about={t('own.about', { name: account.displayName })}
      width={460}
    >
      <Stack>
        <ChangePasswordForm account={account} currentLabel={t('own.current')} given={given} />
        <Button variant="subtle" onClick={() => signOut.mutate({})}>
          {t('app:account.signOut')}
        </Button>
      </Stack>
    </DoorstepCard>
  );
}
