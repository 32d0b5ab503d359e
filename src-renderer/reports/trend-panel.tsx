import { useTranslation } from 'react-i18next';
import { formatCalendarDay, formatPercent } from '#renderer/app/format.ts';
import type { WeekFigure } from '#shared/contract/reports.contract.ts';
import { presentShare } from '#shared/register/percentages.ts';
import { FigureTable } from './figure-table.tsx';
import { PicturePanel } from './report-panel.tsx';
import { ShareChart } from './share-chart.tsx';

/** The share present, week by week. */
export function TrendPanel({ weeks }: { weeks: readonly WeekFigure[] }) {
  const { t } = useTranslation('reports');
  const points = weeks.map((figure) => ({
    when: formatCalendarDay(figure.week),
    share: presentShare(figure),
  }));
  const shares = points.flatMap(({ share }) => share ?? []);
  const label = t('trend.label', {
    first: points.at(0)?.when,
    last: points.at(-1)?.when,
    low: formatPercent(Math.min(1, ...shares)),
    high: formatPercent(Math.max(0, ...shares)),
  });
  return (
    <PicturePanel
      title={t('trend.title')}
      about={t('trend.about')}
      chart={<ShareChart points={points} label={label} />}
      table={
        <FigureTable
          caption={t('trend.title')}
          head={t('trend.week')}
          rows={weeks.map(({ week, ...tally }) => ({
            key: week,
            name: formatCalendarDay(week),
            ...tally,
          }))}
        />
      }
    />
  );
}
