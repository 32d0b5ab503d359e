import { Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#renderer/app/format.ts';
import { DayInput } from '#renderer/app/parts/day-input.tsx';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { showDone } from '#renderer/app/toast.tsx';
import type { Membership, Student } from '#shared/contract/people.contract.ts';

interface ClassFromDialogProps {
  student: Student;
  latest: Membership;
  onClose: () => void;
}

function useSetClassFrom(studentId: string, onSaved: () => void) {
  const { t } = useTranslation('people');
  return useMutation({
    mutationFn: (day: string) => rollcall.people.students.setClassFrom({ id: studentId, day }),
    meta: { showsOwnErrors: true },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: api.people.key() });
      await queryClient.invalidateQueries({ queryKey: api.register.key() });
      showDone(t('memberships.saved'));
      onSaved();
    },
  });
}

/** Since when the student has been in the present class. */
export function ClassFromDialog({ student, latest, onClose }: ClassFromDialogProps) {
  const { t } = useTranslation(['people', 'app']);
  const [day, setDay] = useState<string | null>(latest.from);
  const save = useSetClassFrom(student.id, onClose);
  const title = t('memberships.dialogTitle', {
    name: student.fullName,
    class: latest.className,
  });
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (day !== null) save.mutate(day);
        }}
      >
        <Stack>
          {save.isError && <Problem error={save.error} />}
          <DayInput
            label={t('memberships.firstDay')}
            value={day}
            onChange={setDay}
            maxDate={dayOf(Date.now())}
          />
          <Text size="sm">{t('memberships.effect')}</Text>
          <DialogButtons submit={t('app:save')} busy={save.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
