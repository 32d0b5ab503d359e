import { Modal, Select, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DayRangeInput } from '#renderer/app/parts/day-range-input.tsx';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api } from '#renderer/app/query-client.ts';
import { type Reporting, useSaveAbsence } from './use-absences.ts';

interface AbsenceDialogProps {
  /** What is being reported; null while closed. */
  reporting: Reporting | null;
  onClose: () => void;
}

export function AbsenceDialog({ reporting, onClose }: AbsenceDialogProps) {
  const { t } = useTranslation('absences');
  const title =
    reporting && 'absence' in reporting
      ? t('editTitle', { name: reporting.absence.studentName })
      : t('reportTitle');
  return (
    <Modal opened={reporting !== null} onClose={onClose} title={title}>
      {reporting && <AbsenceForm reporting={reporting} onClose={onClose} />}
    </Modal>
  );
}

function AbsenceForm({ reporting, onClose }: { reporting: Reporting; onClose: () => void }) {
  const { t } = useTranslation(['absences', 'app']);
  const { form, save } = useSaveAbsence(reporting, onClose);
  const isOpenTo = !('absence' in reporting) && reporting.studentId === null;
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Stack>
        {save.isError && <Problem error={save.error} />}
        {isOpenTo && <StudentSelect {...form.getInputProps('studentId')} />}
        <DayRangeInput
          label={t('days')}
          value={form.values.days}
          error={form.errors.days}
          onChange={(days) => form.setFieldValue('days', days)}
        />
        <TextInput
          label={t('reason')}
          description={t('reasonHint')}
          maxLength={200}
          data-autofocus={!isOpenTo || undefined}
          {...form.getInputProps('reason')}
        />
        <TextInput
          label={t('reportedBy')}
          description={t('reportedByHint')}
          maxLength={120}
          {...form.getInputProps('reportedBy')}
        />
        <DialogButtons submit={t('app:save')} busy={save.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}

interface StudentSelectProps {
  value?: string | null;
  onChange?: (value: string | null) => void;
}

function StudentSelect(input: StudentSelectProps) {
  const { t } = useTranslation('absences');
  const students = useQuery(api.people.students.list.queryOptions({ input: {} }));
  return (
    <Select
      label={t('student')}
      data={(students.data ?? []).map(({ id, fullName, className }) => ({
        value: id,
        label: `${fullName} · ${className}`,
      }))}
      searchable
      limit={50}
      data-autofocus
      {...input}
    />
  );
}
