import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#renderer/app/format.ts';
import { must } from '#renderer/app/must.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { nameSchema } from '#shared/contract/base.ts';
import type { SchoolClass } from '#shared/contract/people.contract.ts';

/** What a new class begins with; many schools count ten minutes. */
const USUAL_LATE_MINUTES = 10;

interface ClassValues {
  name: string;
  knowsLate: boolean;
  lateAfter: number | string;
  /** The first day of the late rule. */
  lateFrom: string | null;
  teacherIds: string[];
}

function useClassForm(schoolClass: SchoolClass | null) {
  const { t } = useTranslation('people');
  return useForm<ClassValues>({
    initialValues: {
      name: schoolClass?.name ?? '',
      knowsLate: schoolClass === null || schoolClass.lateAfterMinutes !== null,
      lateAfter: schoolClass?.lateAfterMinutes ?? USUAL_LATE_MINUTES,
      lateFrom: dayOf(Date.now()),
      teacherIds: schoolClass?.teachers.map(({ id }) => id) ?? [],
    },
    validate: {
      name: must(nameSchema, t('classForm.nameInvalid')),
      lateAfter: (value, values) =>
        values.knowsLate && typeof value !== 'number' ? t('classForm.lateInvalid') : null,
    },
  });
}

/** The form of a class that is, or is yet to be, and the way it is saved. */
export function useSaveClass(schoolClass: SchoolClass | null, onSaved: () => void) {
  const { t } = useTranslation('people');
  const form = useClassForm(schoolClass);
  const save = useMutation({
    mutationFn: ({ name, knowsLate, lateAfter, lateFrom, teacherIds }: ClassValues) => {
      const lateAfterMinutes = knowsLate ? Number(lateAfter) : null;
      if (!schoolClass)
        return rollcall.people.classes.create({ name, lateAfterMinutes, teacherIds });
      // A rule that was not touched is not sent: it would replace the one that is to follow.
      const touched = (['knowsLate', 'lateAfter', 'lateFrom'] as const).some(form.isDirty);
      const rule = touched ? { lateAfterMinutes, lateFrom: lateFrom ?? undefined } : {};
      return rollcall.people.classes.update({ id: schoolClass.id, name, teacherIds, ...rule });
    },
    meta: { showsOwnErrors: true },
    onSuccess: async ({ name }) => {
      await queryClient.invalidateQueries({ queryKey: api.people.key() });
      showDone(schoolClass ? t('classForm.saved', { name }) : t('classForm.added', { name }));
      onSaved();
    },
  });
  return { form, save };
}
