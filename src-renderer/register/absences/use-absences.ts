import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#renderer/app/format.ts';
import { must } from '#renderer/app/must.ts';
import type { DaysChosen } from '#renderer/app/parts/day-range-input.tsx';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import { absenceReasonSchema, type PlannedAbsence } from '#shared/contract/absences.contract.ts';
import { nameSchema } from '#shared/contract/base.ts';

export interface AbsenceValues {
  studentId: string | null;
  days: DaysChosen;
  reason: string;
  reportedBy: string;
}

/** What is being reported: a new absence, of a student or of somebody yet to choose, or a change. */
export type Reporting = { absence: PlannedAbsence } | { studentId: string | null };

async function refresh(): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: api.absences.key() });
  await queryClient.invalidateQueries({ queryKey: api.register.key() });
}

function initialValues(reporting: Reporting): AbsenceValues {
  if ('absence' in reporting) {
    const { studentId, days, reason, reportedBy } = reporting.absence;
    return { studentId, days: [days.from, days.to], reason, reportedBy };
  }
  const today = dayOf(Date.now());
  return { studentId: reporting.studentId, days: [today, today], reason: '', reportedBy: '' };
}

/** The call that the form stands for; it has let nothing unfinished through. */
function save(reporting: Reporting, { studentId, days, reason, reportedBy }: AbsenceValues) {
  const [from, to] = days;
  const said = { days: { from: from ?? '', to: to ?? '' }, reason, reportedBy };
  return 'absence' in reporting
    ? rollcall.absences.update({ id: reporting.absence.id, ...said })
    : rollcall.absences.create({ studentId: studentId ?? '', ...said });
}

/** The form of an absence that is, or is yet to be, and the way it is saved. */
export function useSaveAbsence(reporting: Reporting, onSaved: () => void) {
  const { t } = useTranslation('absences');
  const form = useForm<AbsenceValues>({
    initialValues: initialValues(reporting),
    validate: {
      studentId: (value) => (value ? null : t('studentMissing')),
      days: ([from, to]) => (from && to ? null : t('daysMissing')),
      reason: must(absenceReasonSchema, t('reasonMissing')),
      reportedBy: must(nameSchema, t('reportedByMissing')),
    },
  });
  const cancel = useCancelAbsence();
  const mutation = useMutation({
    mutationFn: (values: AbsenceValues) => save(reporting, values),
    meta: { showsOwnErrors: true },
    onSuccess: async (absence) => {
      await refresh();
      const isNew = !('absence' in reporting);
      const undo = () => cancel.mutate(absence);
      showDone(t('saved', { name: absence.studentName }), isNew ? undo : undefined);
      onSaved();
    },
  });
  return { form, save: mutation };
}

/** Cancels an absence; that can be undone from the message. */
export function useCancelAbsence() {
  const { t } = useTranslation('absences');
  const restore = useMutation({
    mutationFn: ({ id }: PlannedAbsence) => rollcall.absences.restore({ id }),
    onSuccess: async ({ studentName: name }) => {
      await refresh();
      showDone(t('restored', { name }));
    },
  });
  return useMutation({
    mutationFn: ({ id }: PlannedAbsence) => rollcall.absences.cancel({ id }),
    onSuccess: async (_nothing, absence) => {
      await refresh();
      showDone(t('cancelled', { name: absence.studentName }), () => restore.mutate(absence));
    },
  });
}
