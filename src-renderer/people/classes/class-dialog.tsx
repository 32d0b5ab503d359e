import { Checkbox, MultiSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { type Editing, EditModal } from '#renderer/app/parts/edit-modal.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { SchoolClass } from '#shared/contract/people.contract.ts';
import { LateFrom } from './late-from.tsx';
import { useSaveClass } from './use-save-class.ts';

interface ClassDialogProps {
  editing: Editing<SchoolClass>;
  onClose: () => void;
}

export function ClassDialog({ editing, onClose }: ClassDialogProps) {
  const { t } = useTranslation('people');
  return (
    <EditModal
      editing={editing}
      title={(one) =>
        one ? t('classForm.editTitle', { name: one.name }) : t('classForm.addTitle')
      }
      onClose={onClose}
    >
      {(one) => <ClassForm schoolClass={one} onClose={onClose} />}
    </EditModal>
  );
}

/** Everyone who may sign in, to be assigned to a class. */
function useTeachers() {
  const { data: accounts = [] } = useQuery(api.accounts.list.queryOptions());
  return accounts
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ id, displayName }) => ({ value: id, label: displayName }));
}

interface ClassFormProps {
  schoolClass: SchoolClass | null;
  onClose: () => void;
}

function ClassForm({ schoolClass, onClose }: ClassFormProps) {
  const { t } = useTranslation(['people', 'app']);
  const { form, save } = useSaveClass(schoolClass, onClose);
  const teachers = useTeachers();
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack>
        {save.isError && <Problem error={save.error} />}
        <TextInput
          label={t('classForm.name')}
          description={t('classForm.nameHint')}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <Checkbox
          label={t('classForm.knowsLate')}
          {...form.getInputProps('knowsLate', { type: 'checkbox' })}
        />
        <NumberInput
          label={t('classForm.lateAfter')}
          description={t('classForm.lateAfterHint')}
          min={0}
          max={240}
          allowDecimal={false}
          disabled={!form.values.knowsLate}
          {...form.getInputProps('lateAfter')}
        />
        {schoolClass && <LateFrom schoolClass={schoolClass} form={form} />}
        <MultiSelect
          label={t('classForm.teachers')}
          description={t('classForm.teachersHint')}
          data={teachers}
          searchable
          {...form.getInputProps('teacherIds')}
        />
        <DialogButtons
          submit={schoolClass ? t('app:save') : t('app:add')}
          busy={save.isPending}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
