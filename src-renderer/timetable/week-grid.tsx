import { Box, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOf, formatCalendarShortDay, formatHour } from '#renderer/app/format.ts';
import type { DayLesson, TimetableDay } from '#shared/contract/timetable.contract.ts';
import { daysShown, fullHours, type GridHours, hoursOf, timeAt } from './grid-hours.ts';
import { LessonBlock, type LessonShows } from './lesson-block.tsx';
import classes from './week-grid.module.css';

const PIXELS_A_MINUTE = 1.3;

interface WeekGridProps {
  days: readonly TimetableDay[];
  /** What a lesson names beside its subject. */
  shows: LessonShows;
  onOpen: (lesson: DayLesson, day: string) => void;
  /** Null for those who may not add lessons. */
  onAdd: ((at: { day: string; startsAt: number | null }) => void) | null;
}

/** Days beside each other, times downwards. */
export function WeekGrid({ days, ...rest }: WeekGridProps) {
  const shown = daysShown(days);
  const hours = hoursOf(days);
  return (
    <Paper p={0}>
      <div
        className={classes.grid}
        style={{ gridTemplateColumns: `3.5rem repeat(${shown.length}, minmax(7rem, 1fr))` }}
      >
        <div className={classes.head} />
        {shown.map((day) => (
          <DayHead key={day.day} day={day} />
        ))}
        <Hours hours={hours} />
        {shown.map((day) => (
          <DayColumn key={day.day} day={day} hours={hours} {...rest} />
        ))}
      </div>
    </Paper>
  );
}

function DayHead({ day: { day, noSchool } }: { day: TimetableDay }) {
  const { t } = useTranslation('timetable');
  const isToday = day === dayOf(Date.now());
  return (
    <div className={`${classes.head} ${isToday ? classes.today : ''}`}>
      <Text size="sm" fw={600}>
        {formatCalendarShortDay(day)}
      </Text>
      {noSchool && (
        <Text size="xs" c="dimmed">
          {noSchool.kind === 'holiday' ? noSchool.name : t('week.outsideTerms')}
        </Text>
      )}
    </div>
  );
}

function Hours({ hours }: { hours: GridHours }) {
  return (
    <div className={classes.hours} style={{ height: (hours.to - hours.from) * PIXELS_A_MINUTE }}>
      {fullHours(hours).map((hour) => (
        <Text
          key={hour}
          size="xs"
          c="dimmed"
          data-figures
          className={classes.hour ?? ''}
          style={{ top: (hour - hours.from) * PIXELS_A_MINUTE }}
        >
          {formatHour(hour / 60)}
        </Text>
      ))}
    </div>
  );
}

type DayColumnProps = Omit<WeekGridProps, 'days'> & { day: TimetableDay; hours: GridHours };

function DayColumn({ day, hours, shows, onOpen, onAdd }: DayColumnProps) {
  const { t } = useTranslation('timetable');
  return (
    <Box
      className={`${classes.column} ${day.noSchool ? classes.off : ''}`}
      style={{
        height: (hours.to - hours.from) * PIXELS_A_MINUTE,
        backgroundSize: `100% ${60 * PIXELS_A_MINUTE}px`,
      }}
    >
      {onAdd && (
        <button
          type="button"
          className={classes.add}
          aria-label={t('week.addOn', { day: formatCalendarShortDay(day.day) })}
          onClick={({ detail, nativeEvent, currentTarget }) => {
            // Without a pointer there is no place to take the time from.
            const share = nativeEvent.offsetY / currentTarget.clientHeight;
            onAdd({ day: day.day, startsAt: detail === 0 ? null : timeAt(share, hours) });
          }}
        />
      )}
      {day.lessons.map((lesson) => (
        <LessonBlock
          key={lesson.id}
          lesson={lesson}
          shows={shows}
          expected={day.noSchool === null}
          top={(lesson.startsAt - hours.from) * PIXELS_A_MINUTE}
          height={(lesson.endsAt - lesson.startsAt) * PIXELS_A_MINUTE}
          onOpen={() => onOpen(lesson, day.day)}
        />
      ))}
    </Box>
  );
}
