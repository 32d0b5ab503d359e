import { ScrollArea, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay, formatShortMonth, formatWeekday } from '#renderer/app/format.ts';
import type { DayFigure } from '#shared/reports/student-figures.ts';
import { type CalendarWeek, calendarWeeks } from './calendar-weeks.ts';
import { FigureTable } from './figure-table.tsx';
import classes from './heat.module.css';
import { heatStyle } from './heat.ts';
import { PicturePanel } from './report-panel.tsx';

/** Each day of the range: present, part of it, absent. */
export function CalendarPanel({ days }: { days: readonly DayFigure[] }) {
  const { t } = useTranslation('reports');
  return (
    <PicturePanel
      title={t('student.calendar')}
      about={t('student.calendarAbout')}
      chart={<Calendar days={days} />}
      table={
        <FigureTable
          caption={t('student.calendar')}
          head={t('date')}
          rows={days.map((day) => ({ ...day, name: formatCalendarDay(day.key) }))}
        />
      }
    />
  );
}

function Calendar({ days }: { days: readonly DayFigure[] }) {
  const { t } = useTranslation('reports');
  const { weeks, weekdays } = calendarWeeks(days);
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0 }}>
      <Table aria-label={t('student.calendar')} className={`${classes.heat} ${classes.calendar}`}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('student.weekday')}</Table.Th>
            {weeks.map((week, index) => (
              <Table.Th
                key={week.monday}
                className={classes.month}
                title={formatCalendarDay(week.monday)}
              >
                {namesMonth(weeks, index) ? formatShortMonth(week.monday.slice(0, 7)) : ''}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weekdays.map((weekday) => (
            <Table.Tr key={weekday}>
              <Table.Th scope="row">{formatWeekday(weekday)}</Table.Th>
              {weeks.map((week) => (
                <DayCell key={week.monday} day={week.days.get(weekday)} />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function startsMonth(week: CalendarWeek, before: CalendarWeek | undefined): boolean {
  return week.monday.slice(0, 7) !== before?.monday.slice(0, 7);
}

/** A month of one week at the left end has no room for its name. */
function namesMonth(weeks: readonly CalendarWeek[], index: number): boolean {
  const [week, next] = weeks.slice(index, index + 2);
  if (!week || !startsMonth(week, weeks[index - 1])) return false;
  return !next || !startsMonth(next, week);
}

function signOf({ present, absent }: DayFigure): string {
  if (present > 0 && absent > 0) return '½';
  if (present > 0) return '✓';
  return absent > 0 ? 'A' : 'E';
}

function DayCell({ day }: { day: DayFigure | undefined }) {
  const { t } = useTranslation('reports');
  if (!day || day.present + day.absent + day.ignored === 0) {
    return <Table.Td className={classes.empty} />;
  }
  const { key, present, absent, ignored } = day;
  const words = t('student.day', { day: formatCalendarDay(key), present, absent, ignored });
  return (
    <Table.Td className={classes.cell} style={heatStyle(day)} title={words}>
      {signOf(day)}
    </Table.Td>
  );
}
