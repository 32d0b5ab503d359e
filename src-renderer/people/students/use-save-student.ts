import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { dayOf } from '#renderer/app/format.ts';
import { must } from '#renderer/app/must.ts';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { nameSchema, studentNumberSchema } from '#shared/contract/base.ts';
import type { Student } from '#shared/contract/people.contract.ts';

interface StudentValues {
  studentNumber: string;
  fullName: string;
  classId: string;
  email: string;
  /** The first day in the class. */
  classFrom: string | null;
}

function useStudentForm(student: Student | null, classId: string | undefined) {
  const { t } = useTranslation('people');
  const emailOrNone = z.union([z.literal(''), z.email().max(254)]);
  return useForm<StudentValues>({
    initialValues: {
      studentNumber: student?.studentNumber ?? '',
      fullName: student?.fullName ?? '',
      classId: student?.classId ?? classId ?? '',
      email: student?.email ?? '',
      classFrom: dayOf(Date.now()),
    },
    validate: {
      studentNumber: must(studentNumberSchema, t('studentForm.numberInvalid')),
      fullName: must(nameSchema, t('studentForm.nameInvalid')),
      classId: must(z.uuid(), t('studentForm.classMissing')),
      email: (value) => must(emailOrNone, t('studentForm.emailInvalid'))(value.trim()),
    },
  });
}

/**
 * The form of a student who is, or is yet to be, and the way it is saved. Saved with `another`,
 * the form is emptied for the next student of the same class.
 */
export function useSaveStudent(
  student: Student | null,
  classId: string | undefined,
  onSaved: () => void,
  onAnother: () => void,
) {
  const { t } = useTranslation('people');
  const form = useStudentForm(student, classId);
  const save = useMutation({
    mutationFn: ({
      another: _another,
      classFrom,
      ...values
    }: StudentValues & { another: boolean }) => {
      const moves = student === null || values.classId !== student.classId;
      const from = moves && classFrom !== null ? { classFrom } : {};
      const input = { ...values, ...from, email: values.email.trim() || null };
      return student
        ? rollcall.people.students.update({ id: student.id, ...input })
        : rollcall.people.students.create(input);
    },
    meta: { showsOwnErrors: true },
    onSuccess: async (saved, { another, classId: keptClass, classFrom }) => {
      await queryClient.invalidateQueries({ queryKey: api.people.key() });
      const name = saved.fullName;
      showDone(student ? t('studentForm.saved', { name }) : t('studentForm.added', { name }));
      if (!another) {
        onSaved();
        return;
      }
      form.setValues({ studentNumber: '', fullName: '', email: '', classId: keptClass, classFrom });
      form.clearErrors();
      onAnother();
    },
  });
  return { form, save };
}
