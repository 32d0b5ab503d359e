import { Modal, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DayRangeInput, type DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import type { ExportFormat, ExportRequest } from '#shared/contract/exports.contract.ts';
import type { SchoolClass } from '#shared/contract/people.contract.ts';
import { ExportButtons } from './export-buttons.tsx';
import { ExportProgress } from './export-progress.tsx';
import { FormatChoice } from './format-choice.tsx';
import { StudentSelect } from './student-select.tsx';
import { SubjectSelect } from './subject-select.tsx';
import { useExport } from './use-export.ts';

interface ClassExportDialogProps {
  opened: boolean;
  classes: readonly SchoolClass[];
  /** What to begin with. */
  classId: string | null;
  days: DaysChosen;
  onClose: () => void;
}

/** Saves a class over some days as a spreadsheet. Closing it stops what is under way. */
export function ClassExportDialog(props: ClassExportDialogProps) {
  const { t } = useTranslation('exports');
  return (
    <Modal opened={props.opened} onClose={props.onClose} size="lg" title={t('classTitle')}>
      <ClassExportForm {...props} />
    </Modal>
  );
}

interface ClassExportValues {
  classId: string | null;
  subjectId: string | null;
  studentId: string | null;
  days: DaysChosen;
  format: ExportFormat;
}

function useClassExportForm({ classId, days }: ClassExportDialogProps) {
  const { t } = useTranslation('exports');
  return useForm<ClassExportValues>({
    initialValues: { classId, subjectId: null, studentId: null, days, format: 'xlsx' },
    validate: {
      classId: (value) => (value ? null : t('classMissing')),
      days: ([from, to]) => (from && to ? null : t('rangeMissing')),
    },
  });
}

/** What to export: a class, or one student in it; null while something is missing. */
function requestOf({
  classId,
  subjectId,
  studentId,
  days: [from, to],
  format,
}: ClassExportValues): ExportRequest | null {
  if (!classId || !from || !to) return null;
  const subject = subjectId === null ? {} : { subjectId };
  const chosen = { classId, ...subject, range: { from, to }, format };
  return studentId === null
    ? { what: 'class', ...chosen }
    : { what: 'student', studentId, ...chosen };
}

function ClassExportForm(props: ClassExportDialogProps) {
  const { t } = useTranslation('exports');
  const { state, run, cancel, busy } = useExport();
  const form = useClassExportForm(props);

  function start(values: ClassExportValues) {
    const request = requestOf(values);
    if (request) void run(request);
  }
  function chooseClass(classId: string | null) {
    form.setValues({ classId, studentId: null });
  }
  return (
    <form onSubmit={form.onSubmit(start)}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('classAbout')}
        </Text>
        <Select
          label={t('class')}
          data={props.classes.map((one) => ({ value: one.id, label: one.name }))}
          searchable
          disabled={busy}
          {...form.getInputProps('classId')}
          onChange={chooseClass}
        />
        <SubjectSelect disabled={busy} {...form.getInputProps('subjectId')} />
        <StudentSelect
          classId={form.values.classId}
          disabled={busy}
          {...form.getInputProps('studentId')}
        />
        <DayRangeInput
          label={t('range')}
          disabled={busy}
          value={form.values.days}
          error={form.errors.days}
          onChange={(days) => form.setFieldValue('days', days)}
        />
        <FormatChoice
          disabled={busy}
          value={form.values.format}
          onChange={(format) => form.setFieldValue('format', format)}
        />
        <ExportProgress state={state} />
        <ExportButtons state={state} busy={busy} onStop={cancel} onClose={props.onClose} />
      </Stack>
    </form>
  );
}
