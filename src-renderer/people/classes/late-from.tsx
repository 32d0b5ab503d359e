import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOf, formatCalendarDay } from '#renderer/app/format.ts';
import { DayInput } from '#renderer/app/parts/day-input.tsx';
import type { SchoolClass } from '#shared/contract/people.contract.ts';
import type { useSaveClass } from './use-save-class.ts';

interface LateFromProps {
  schoolClass: SchoolClass;
  form: ReturnType<typeof useSaveClass>['form'];
}

/** From which day on the late rule holds, and the rule that is to follow where there is one. */
export function LateFrom({ schoolClass, form }: LateFromProps) {
  const { t } = useTranslation('people');
  const today = dayOf(Date.now());
  const next = schoolClass.lateRules.find(({ from }) => from > today);
  const rule =
    next?.lateAfterMinutes == null
      ? t('classes.neverLate')
      : t('classes.lateAfter', { count: next.lateAfterMinutes });
  return (
    <>
      <DayInput
        label={t('classForm.lateFrom')}
        description={t('classForm.lateFromHint')}
        minDate={today}
        {...form.getInputProps('lateFrom')}
      />
      {next && (
        <Text size="sm" c="dimmed">
          {t('classForm.lateFollows', { day: formatCalendarDay(next.from), rule })}
        </Text>
      )}
    </>
  );
}
