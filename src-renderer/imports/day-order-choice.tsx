import { Paper, Radio, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatCalendarDay } from '#renderer/app/format.ts';
import { type DayOrder, dayOrderSchema, readDay } from '#shared/imports/read-day.ts';

interface DayOrderChoiceProps {
  /** A date of the list that can be read both ways. */
  example: string;
  value: DayOrder;
  onChange: (order: DayOrder) => void;
}

/** Asks which number of 03/04/2026 is the day. */
export function DayOrderChoice({ example, value, onChange }: DayOrderChoiceProps) {
  const { t } = useTranslation('imports');
  return (
    <Paper p="md">
      <Radio.Group
        label={t('marks.dayOrder.title', { example })}
        description={t('marks.dayOrder.about')}
        value={value}
        onChange={(next) => onChange(dayOrderSchema.parse(next))}
      >
        <Stack gap="xs" mt="xs">
          {dayOrderSchema.options.map((order) => (
            <Radio
              key={order}
              value={order}
              label={t(`marks.dayOrder.${order}`, {
                day: formatCalendarDay(readDay(example, order) ?? ''),
              })}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Paper>
  );
}
