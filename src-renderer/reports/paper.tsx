import { useTranslation } from 'react-i18next';
import { formatCalendarDay, formatDayTime } from '#renderer/app/format.ts';
import { useSchoolName } from '#renderer/app/use-school-name.ts';
import type { DayRange } from '#shared/contract/base.ts';
import classes from './paper.module.css';

/** What stands at the head of a report on paper: the school, the days, when it was made. */
export function PaperHead({ range }: { range?: DayRange }) {
  const { t } = useTranslation('reports');
  const schoolName = useSchoolName();
  return (
    <div data-print-only className={classes.head}>
      <strong>{schoolName}</strong>
      <span>
        {range && `${formatCalendarDay(range.from)} – ${formatCalendarDay(range.to)} · `}
        {t('madeAt', { date: formatDayTime(Date.now()) })}
      </span>
    </div>
  );
}

/** Where a report on paper is signed. */
export function SignatureLine() {
  const { t } = useTranslation('reports');
  return (
    <div data-print-only className={classes.signature}>
      <span>{t('name')}</span>
      <span>{t('signature')}</span>
      <span>{t('date')}</span>
    </div>
  );
}
