import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { daySchema, idSchema } from '#shared/contract/base.ts';
import type { Lesson } from '#shared/contract/timetable.contract.ts';
import { inputOf, type LessonValues, minutesOf } from './lesson-values.ts';

function useLessonForm(initialValues: LessonValues) {
  const { t } = useTranslation('timetable');
  const endsBefore = ({ startsAt, endsAt }: LessonValues) =>
    (minutesOf(endsAt) || 1440) <= (minutesOf(startsAt) ?? 0);
  return useForm<LessonValues>({
    initialValues,
    validate: {
      startsAt: (time) => (minutesOf(time) === null ? t('form.timeInvalid') : null),
      endsAt: (time, values) => {
        if (minutesOf(time) === null) return t('form.timeInvalid');
        return endsBefore(values) ? t('form.endInvalid') : null;
      },
      classId: must(idSchema, t('form.classMissing')),
      subjectId: must(idSchema, t('form.subjectMissing')),
      teacherId: must(idSchema, t('form.teacherMissing')),
      room: (room) => (room.trim().length > 40 ? t('form.roomInvalid') : null),
      from: must(daySchema, t('form.fromMissing')),
      to: (to, { from }) =>
        to !== null && from !== null && to < from ? t('form.toInvalid') : null,
    },
  });
}

/** The form of a lesson that is (`lesson`), or is yet to be, and the way it is saved. */
export function useSaveLesson(
  lesson: Lesson | null,
  initialValues: LessonValues,
  onSaved: () => void,
) {
  const { t } = useTranslation('timetable');
  const form = useLessonForm(initialValues);
  const save = useMutation({
    mutationFn: (values: LessonValues) =>
      lesson
        ? rollcall.timetable.changeLesson({ id: lesson.id, lesson: inputOf(values) })
        : rollcall.timetable.addLesson(inputOf(values)),
    meta: { showsOwnErrors: true },
    onSuccess: async ({ className, subjectName }) => {
      await queryClient.invalidateQueries({ queryKey: api.timetable.key() });
      const name = `${className} ${subjectName}`;
      showDone(lesson ? t('form.saved', { name }) : t('form.added', { name }));
      onSaved();
    },
  });
  return { form, save };
}
