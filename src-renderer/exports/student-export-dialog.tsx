import { Modal, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayRangeInput, type DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import type { ExportFormat } from '#shared/contract/exports.contract.ts';
import { ExportButtons } from './export-buttons.tsx';
import { ExportProgress } from './export-progress.tsx';
import { FormatChoice } from './format-choice.tsx';
import { SubjectSelect } from './subject-select.tsx';
import { useExport } from './use-export.ts';

interface StudentExportDialogProps {
  opened: boolean;
  student: { id: string; fullName: string };
  /** What to begin with. */
  days: DaysChosen;
  onClose: () => void;
}

/** Saves one student's registers as a spreadsheet. Closing it stops what is under way. */
export function StudentExportDialog(props: StudentExportDialogProps) {
  const { t } = useTranslation('exports');
  const title = t('studentTitle', { name: props.student.fullName });
  return (
    <Modal opened={props.opened} onClose={props.onClose} size="lg" title={title}>
      <StudentExportForm {...props} />
    </Modal>
  );
}

interface StudentExportValues {
  subjectId: string | null;
  days: DaysChosen;
  format: ExportFormat;
}

function StudentExportForm({ student, days, onClose }: StudentExportDialogProps) {
  const { t } = useTranslation('exports');
  const { state, run, cancel, busy } = useExport();
  const form = useForm<StudentExportValues>({
    initialValues: { subjectId: null, days, format: 'xlsx' },
    validate: { days: ([from, to]) => (from && to ? null : t('rangeMissing')) },
  });

  function start({ subjectId, days: [from, to], format }: StudentExportValues) {
    if (!from || !to) return;
    const subject = subjectId === null ? {} : { subjectId };
    void run({ what: 'student', studentId: student.id, ...subject, range: { from, to }, format });
  }
  return (
    <form onSubmit={form.onSubmit(start)}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('studentAbout')}
        </Text>
        <SubjectSelect disabled={busy} {...form.getInputProps('subjectId')} />
        <DayRangeInput
          label={t('range')}
          disabled={busy}
          value={form.values.days}
          error={form.errors.days}
          onChange={(chosen) => form.setFieldValue('days', chosen)}
        />
        <FormatChoice
          disabled={busy}
          value={form.values.format}
          onChange={(format) => form.setFieldValue('format', format)}
        />
        <ExportProgress state={state} />
        <ExportButtons state={state} busy={busy} onStop={cancel} onClose={onClose} />
      </Stack>
    </form>
  );
}
