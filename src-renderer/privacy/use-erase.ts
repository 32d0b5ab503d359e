import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { Student } from '#shared/contract/people.contract.ts';

interface EraseValues {
  studentNumber: string;
  reason: string;
}

/** Erases a student once the number was typed and a reason given, and goes back to the list. */
export function useErase({ id: studentId, studentNumber }: Student) {
  const { t } = useTranslation('privacy');
  const navigate = useNavigate();
  const form = useForm<EraseValues>({
    initialValues: { studentNumber: '', reason: '' },
    validate: {
      studentNumber: (typed) =>
        typed.trim().toLowerCase() === studentNumber.toLowerCase() ? null : t('numberInvalid'),
      reason: (typed) => (typed.trim().length >= 3 ? null : t('reasonInvalid')),
    },
  });
  const erase = useMutation({
    mutationFn: (values: EraseValues) => rollcall.privacy.eraseStudent({ studentId, ...values }),
    onSuccess: async ({ reasonsKept }) => {
      await navigate({ to: '/students' });
      queryClient.removeQueries({
        queryKey: api.people.students.get.key({ input: { id: studentId } }),
      });
      await queryClient.invalidateQueries();
      showDone(reasonsKept === 0 ? t('erased') : t('erasedKept', { count: reasonsKept }));
    },
  });
  return { form, erase };
}
