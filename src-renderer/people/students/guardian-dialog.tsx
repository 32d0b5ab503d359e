import { Select, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { type Editing, EditModal } from '#renderer/app/parts/edit-modal.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { usePhoneCountry } from '#renderer/app/use-phone-country.ts';
import type { Guardian, Student } from '#shared/contract/people.contract.ts';
import { guardianRelationSchema } from '#shared/people/guardian.ts';
import { useSaveGuardian } from './use-guardians.ts';

interface GuardianDialogProps {
  student: Student;
  editing: Editing<Guardian>;
  onClose: () => void;
}

export function GuardianDialog({ student, editing, onClose }: GuardianDialogProps) {
  const { t } = useTranslation('people');
  return (
    <EditModal
      editing={editing}
      title={(known) =>
        known
          ? t('guardians.editTitle', { name: known.name })
          : t('guardians.addTitle', { name: student.fullName })
      }
      onClose={onClose}
    >
      {(known) => <GuardianForm studentId={student.id} guardian={known} onClose={onClose} />}
    </EditModal>
  );
}

interface GuardianFormProps {
  studentId: string;
  guardian: Guardian | null;
  onClose: () => void;
}

function GuardianForm({ studentId, guardian, onClose }: GuardianFormProps) {
  const { t } = useTranslation(['people', 'app']);
  const { country } = usePhoneCountry();
  const { form, save } = useSaveGuardian(studentId, guardian, country, onClose);
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack>
        {save.isError && <Problem error={save.error} />}
        <TextInput
          label={t('guardians.name')}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Select
          label={t('guardians.relationLabel')}
          data={guardianRelationSchema.options.map((value) => ({
            value,
            label: t(`guardians.relation.${value}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('relation')}
        />
        <TextInput
          label={t('guardians.phone')}
          description={t('guardians.phoneHint')}
          type="tel"
          autoComplete="off"
          {...form.getInputProps('phone')}
        />
        <TextInput
          label={t('guardians.email')}
          description={t('app:optional')}
          type="email"
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <DialogButtons
          submit={guardian ? t('app:save') : t('app:add')}
          busy={save.isPending}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
