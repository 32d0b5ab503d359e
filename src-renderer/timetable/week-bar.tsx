import { ActionIcon, Button, Group, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay } from '#renderer/app/format.ts';
import { addDays } from '#shared/timetable/days.ts';
import type { useWeek, Whose } from './use-week.ts';

interface WeekBarProps {
  week: ReturnType<typeof useWeek>;
  /** Null for those who may not. */
  onAdd: (() => void) | null;
}

const keyOf = ({ kind, id }: Whose) => `${kind}:${id}`;

/** Whose week, which week, and a button to add a lesson. */
export function WeekBar({ week, onAdd }: WeekBarProps) {
  const { t } = useTranslation('timetable');
  const { classes, teachers, whose, show } = week;
  return (
    <Group justify="space-between" align="flex-end">
      <Group align="flex-end">
        <Select
          label={t('week.whose')}
          w={240}
          searchable
          allowDeselect={false}
          data={[
            {
              group: t('week.classes'),
              items: (classes.data ?? []).map(({ id, name }) => ({
                value: keyOf({ kind: 'class', id }),
                label: name,
              })),
            },
            {
              group: t('week.teachers'),
              items: (teachers.data ?? []).map(({ id, name }) => ({
                value: keyOf({ kind: 'teacher', id }),
                label: name,
              })),
            },
          ]}
          value={keyOf(whose)}
          onChange={(value) => {
            const [kind, id] = (value ?? '').split(':');
            if (id) show(kind === 'class' ? { classId: id } : { teacherId: id });
          }}
        />
        <WeekSteps week={week} />
      </Group>
      {onAdd && (
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
          {t('week.add')}
        </Button>
      )}
    </Group>
  );
}

function WeekSteps({ week: { monday, show } }: Pick<WeekBarProps, 'week'>) {
  const { t } = useTranslation('timetable');
  return (
    <Group gap={4} h={36}>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('week.before')}
        onClick={() => show({ day: addDays(monday, -7) })}
      >
        <IconChevronLeft data-flips size={18} aria-hidden />
      </ActionIcon>
      <Text size="sm" ta="center" miw={220} aria-live="polite" data-figures>
        {formatCalendarDay(monday)} – {formatCalendarDay(addDays(monday, 6))}
      </Text>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('week.after')}
        onClick={() => show({ day: addDays(monday, 7) })}
      >
        <IconChevronRight data-flips size={18} aria-hidden />
      </ActionIcon>
      <Button variant="subtle" size="compact-sm" onClick={() => show({ day: undefined })}>
        {t('week.this')}
      </Button>
    </Group>
  );
}
