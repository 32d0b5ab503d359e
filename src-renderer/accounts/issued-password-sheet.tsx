import { Portal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSchoolName } from '#renderer/app/use-school-name.ts';
import type { IssuedPassword } from '#shared/contract/accounts.contract.ts';
import classes from './issued-password-sheet.module.css';

/** What comes out of the printer, and nothing but that; it is never on the screen. */
export function IssuedPasswordSheet({ issued }: { issued: IssuedPassword }) {
  const { t } = useTranslation('accounts');
  const school = useSchoolName();
  const { account, temporaryPassword } = issued;
  return (
    <Portal>
      <div className={classes.sheet} data-print-sheet aria-hidden>
        <p>{t('sheet.title', { school })}</p>
        <p className={classes.name}>{t('sheet.name', { name: account.displayName })}</p>
        <p>{t('sheet.username', { username: account.username })}</p>
        <p>{t('sheet.password')}</p>
        <p className={classes.password}>{temporaryPassword}</p>
        <p>{t('sheet.advice')}</p>
      </div>
    </Portal>
  );
}
