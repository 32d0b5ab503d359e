import { Button, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#renderer/app/format.ts';
import { DayInput } from '#renderer/app/parts/day-input.tsx';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { SchoolClass, Student } from '#shared/contract/people.contract.ts';
import { useSaveStudent } from './use-save-student.ts';

interface StudentDialogProps {
  opened: boolean;
  /** Null to add one. */
  student: Student | null;
  /** The class to begin with for a new student. */
  classId?: string;
  classes: readonly SchoolClass[];
  onClose: () => void;
}

export function StudentDialog(props: StudentDialogProps) {
  const { t } = useTranslation('people');
  const title = props.student
    ? t('studentForm.editTitle', { name: props.student.fullName })
    : t('studentForm.addTitle');
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={title}>
      <StudentForm {...props} />
    </Modal>
  );
}

function StudentForm({ student, classId, classes, onClose }: StudentDialogProps) {
  const { t } = useTranslation(['people', 'app']);
  const number = useRef<HTMLInputElement>(null);
  const only = classes.length === 1 ? classes[0]?.id : undefined;
  const { form, save } = useSaveStudent(student, classId ?? only, onClose, () =>
    number.current?.focus(),
  );
  const submit = (another: boolean) =>
    form.onSubmit((values) => save.mutate({ ...values, another }));
  return (
    <form onSubmit={submit(false)} noValidate>
      <Stack>
        {save.isError && <Problem error={save.error} />}
        <TextInput
          label={t('studentForm.number')}
          description={t('studentForm.numberHint')}
          data-autofocus
          ref={number}
          autoComplete="off"
          {...form.getInputProps('studentNumber')}
        />
        <TextInput
          label={t('studentForm.name')}
          autoComplete="off"
          {...form.getInputProps('fullName')}
        />
        <Select
          label={t('studentForm.class')}
          data={classes.map((one) => ({ value: one.id, label: one.name }))}
          searchable
          allowDeselect={false}
          {...form.getInputProps('classId')}
          value={form.values.classId || null}
        />
        {(!student || form.values.classId !== student.classId) && (
          <DayInput
            label={student ? t('studentForm.moved') : t('studentForm.joined')}
            description={student ? t('studentForm.movedHint') : undefined}
            maxDate={dayOf(Date.now())}
            {...form.getInputProps('classFrom')}
          />
        )}
        <TextInput
          label={t('studentForm.email')}
          description={t('app:optional')}
          type="email"
          autoComplete="off"
          {...form.getInputProps('email')}
        />
        <DialogButtons
          submit={student ? t('app:save') : t('app:add')}
          busy={save.isPending}
          onCancel={onClose}
          other={
            !student && (
              <Button variant="light" disabled={save.isPending} onClick={() => submit(true)()}>
                {t('studentForm.addAndNext')}
              </Button>
            )
          }
        />
      </Stack>
    </form>
  );
}
