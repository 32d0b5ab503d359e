import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { type Editing, EditModal } from '#renderer/app/parts/edit-modal.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { nameSchema } from '#shared/contract/base.ts';
import type { Subject } from '#shared/contract/people.contract.ts';

interface SubjectDialogProps {
  editing: Editing<Subject>;
  onClose: () => void;
}

export function SubjectDialog({ editing, onClose }: SubjectDialogProps) {
  const { t } = useTranslation('people');
  return (
    <EditModal
      editing={editing}
      title={(one) =>
        one ? t('subjectForm.editTitle', { name: one.name }) : t('subjectForm.addTitle')
      }
      onClose={onClose}
    >
      {(one) => <SubjectForm subject={one} onClose={onClose} />}
    </EditModal>
  );
}

function useSaveSubject(subject: Subject | null, onSaved: () => void) {
  const { t } = useTranslation('people');
  return useMutation({
    mutationFn: ({ name }: { name: string }) =>
      subject
        ? rollcall.people.subjects.update({ id: subject.id, name })
        : rollcall.people.subjects.create({ name }),
    meta: { showsOwnErrors: true },
    onSuccess: async ({ name }) => {
      await queryClient.invalidateQueries({ queryKey: api.people.key() });
      showDone(subject ? t('classForm.saved', { name }) : t('classForm.added', { name }));
      onSaved();
    },
  });
}

interface SubjectFormProps {
  subject: Subject | null;
  onClose: () => void;
}

function SubjectForm({ subject, onClose }: SubjectFormProps) {
  const { t } = useTranslation(['people', 'app']);
  const save = useSaveSubject(subject, onClose);
  const form = useForm({
    initialValues: { name: subject?.name ?? '' },
    validate: { name: must(nameSchema, t('classForm.nameInvalid')) },
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack>
        {save.isError && <Problem error={save.error} />}
        <TextInput
          label={t('classForm.name')}
          description={t('subjectForm.nameHint')}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <DialogButtons
          submit={subject ? t('app:save') : t('app:add')}
          busy={save.isPending}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
