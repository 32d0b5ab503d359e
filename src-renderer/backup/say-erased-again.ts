import i18next from 'i18next';
import { showNote } from '#renderer/app/toast.tsx';
import type { Restored } from '#shared/contract/backup.contract.ts';

/** What came back with a backup and was erased again, or that nobody can know; nothing where all is well. */
export function sayErasedAgain({ known, erased, withdrawn, faces }: Restored['again']): void {
  if (known === 'register' && erased + withdrawn + faces === 0) return;
  const counts = [
    i18next.t('backup:again.erased', { count: erased }),
    i18next.t('backup:again.withdrawn', { count: withdrawn }),
    i18next.t('backup:again.faces', { count: faces }),
  ];
  const doubt = known === 'register' ? [] : [i18next.t(`backup:again.${known}`)];
  showNote({
    title: i18next.t('backup:again.title'),
    message: [...(known === 'nothing' ? [] : counts), ...doubt].join(' '),
    isGrave: known !== 'register',
  });
}
