import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatHour, formatNumber, formatWeekday } from '#renderer/app/format.ts';
import type { SlotFigure } from '#shared/contract/reports.contract.ts';
import { FigureTable, shareWords } from './figure-table.tsx';
import classes from './heat.module.css';
import { heatStyle } from './heat.ts';
import { PicturePanel } from './report-panel.tsx';

function distinct(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Weekdays by hours: when students are missing. */
export function HoursPanel({ slots }: { slots: readonly SlotFigure[] }) {
  const { t } = useTranslation('reports');
  return (
    <PicturePanel
      title={t('hours.title')}
      about={t('hours.about')}
      chart={<HeatTable slots={slots} />}
      table={
        <FigureTable
          caption={t('hours.title')}
          head={t('hours.hour')}
          rows={slots.map(({ weekday, hour, ...tally }) => ({
            key: `${weekday} ${hour}`,
            name: `${formatWeekday(weekday)}, ${formatHour(hour)}`,
            ...tally,
          }))}
        />
      }
    />
  );
}

function HeatTable({ slots }: { slots: readonly SlotFigure[] }) {
  const { t } = useTranslation('reports');
  const weekdays = distinct(slots.map(({ weekday }) => weekday));
  const hours = distinct(slots.map(({ hour }) => hour));
  return (
    <Table aria-label={t('hours.title')} className={classes.heat} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('hours.hour')}</Table.Th>
          {weekdays.map((weekday) => (
            <Table.Th key={weekday} ta="center">
              {formatWeekday(weekday)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {hours.map((hour) => (
          <Table.Tr key={hour}>
            <Table.Th scope="row">{formatHour(hour)}</Table.Th>
            {weekdays.map((weekday) => (
              <HeatCell
                key={weekday}
                slot={slots.find((one) => one.weekday === weekday && one.hour === hour)}
              />
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function HeatCell({ slot }: { slot: SlotFigure | undefined }) {
  const { t } = useTranslation('reports');
  if (!slot) return <Table.Td className={classes.empty} title={t('hours.nothing')} />;
  const words = t('hours.cell', {
    weekday: formatWeekday(slot.weekday),
    hour: formatHour(slot.hour),
    share: shareWords(slot),
    absent: formatNumber(slot.absent),
  });
  return (
    <Table.Td className={classes.cell} style={heatStyle(slot)} title={words}>
      {shareWords(slot)}
    </Table.Td>
  );
}
