import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatWeekday } from '#renderer/app/format.ts';
import { DayInput } from '#renderer/app/parts/day-input.tsx';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { TimeField } from '#renderer/app/parts/time-field.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { Lesson } from '#shared/contract/timetable.contract.ts';
import { valuesOfLesson, valuesOfNew } from './lesson-values.ts';
import type { LessonStart } from './new-lesson-dialog.tsx';
import { useSaveLesson } from './use-save-lesson.ts';

type LessonFormProps = { day: string; onClose: () => void } & (
  | { lesson: Lesson; start?: never }
  | { lesson: null; start: LessonStart }
);

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

type Named = { id: string; name: string };
const options = (items: readonly Named[] | undefined) =>
  (items ?? []).map(({ id, name }) => ({ value: id, label: name }));

/** Adds a lesson, or changes one from a day on. */
export function LessonForm(props: LessonFormProps) {
  const { t } = useTranslation(['timetable', 'app']);
  const values = props.lesson ? valuesOfLesson(props.lesson, props.day) : valuesOfNew(props.start);
  const { form, save } = useSaveLesson(props.lesson, values, props.onClose);
  return (
    <form onSubmit={form.onSubmit((given) => save.mutate(given))} noValidate>
      <Stack>
        {save.isError && <Problem error={save.error} />}
        <WhoAndWhat form={form} />
        <SimpleGrid cols={3}>
          <Select
            label={t('form.weekday')}
            allowDeselect={false}
            data={WEEKDAYS.map((one) => ({ value: String(one), label: formatWeekday(one) }))}
            {...form.getInputProps('weekday')}
          />
          <TimeField label={t('form.startsAt')} {...form.getInputProps('startsAt')} />
          <TimeField label={t('form.endsAt')} {...form.getInputProps('endsAt')} />
        </SimpleGrid>
        <SimpleGrid cols={2}>
          <DayInput
            label={props.lesson ? t('form.changeFrom') : t('form.from')}
            {...form.getInputProps('from')}
          />
          <DayInput
            label={t('form.to')}
            clearable
            placeholder={t('form.untilFurther')}
            {...form.getInputProps('to')}
          />
        </SimpleGrid>
        <DialogButtons
          submit={props.lesson ? t('app:save') : t('app:add')}
          busy={save.isPending}
          onCancel={props.onClose}
        />
      </Stack>
    </form>
  );
}

function WhoAndWhat({ form }: { form: ReturnType<typeof useSaveLesson>['form'] }) {
  const { t } = useTranslation(['timetable', 'app']);
  const classes = useQuery(api.people.classes.list.queryOptions({ input: {} }));
  const subjects = useQuery(api.people.subjects.list.queryOptions({ input: {} }));
  const teachers = useQuery(api.timetable.teachers.queryOptions());
  const choice = (
    field: 'classId' | 'subjectId' | 'teacherId',
    items: readonly Named[] | undefined,
  ) => ({
    ...form.getInputProps(field),
    value: form.values[field] || null,
    data: options(items),
    placeholder: t('form.choose'),
    searchable: true,
    allowDeselect: false,
  });
  return (
    <SimpleGrid cols={2}>
      <Select label={t('form.class')} data-autofocus {...choice('classId', classes.data)} />
      <Select label={t('form.subject')} {...choice('subjectId', subjects.data)} />
      <Select label={t('form.teacher')} {...choice('teacherId', teachers.data)} />
      <TextInput
        label={t('form.room')}
        placeholder={t('app:optional')}
        autoComplete="off"
        {...form.getInputProps('room')}
      />
    </SimpleGrid>
  );
}
