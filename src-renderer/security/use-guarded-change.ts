import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { errorCode } from '#renderer/app/error-code.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { KeyStanding } from '#shared/contract/security.contract.ts';

/** A wrong password of one's own belongs beside its field. */
export function isWrongPassword(error: unknown): boolean {
  return errorCode(error) === 'WRONG_CREDENTIALS';
}

/**
 * What the changes of passphrase and key have in common once main has answered.
 * @param done what is said when it is done
 */
export function useGuardedChange<T extends { password: string }>(
  form: UseFormReturnType<T>,
  { done, onClose }: { done: string; onClose: () => void },
) {
  const { t } = useTranslation(['accounts', 'security']);
  return {
    meta: { showsOwnErrors: true },
    onError: (error: unknown) => {
      if (isWrongPassword(error)) form.setFieldError('password', t('change.currentWrong'));
    },
    onSuccess: (standing: KeyStanding) => {
      queryClient.setQueryData(api.settings.security.key.queryKey(), standing);
      void queryClient.invalidateQueries({ queryKey: api.backup.key() });
      form.reset();
      onClose();
      const backup = standing.isBackedUp ? 'security:backups.made' : 'security:backups.missing';
      showDone(`${done} ${t(backup)}`);
    },
  };
}
