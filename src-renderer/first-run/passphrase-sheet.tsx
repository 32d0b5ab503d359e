import { Portal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#renderer/app/format.ts';
import classes from './passphrase-sheet.module.css';

/** What comes out of the printer, and nothing but that; it is never on the screen. */
export function PassphraseSheet({ school, passphrase }: { school: string; passphrase: string }) {
  const { t } = useTranslation('firstRun');
  return (
    <Portal>
      <div className={classes.sheet} aria-hidden>
        <p className={classes.title}>{t('sheet.title')}</p>
        <p className={classes.passphrase}>{passphrase}</p>
        <p>{t('sheet.school', { school })}</p>
        <p>{t('sheet.made', { date: formatDate(Date.now()) })}</p>
        <p>{t('sheet.advice')}</p>
      </div>
    </Portal>
  );
}
