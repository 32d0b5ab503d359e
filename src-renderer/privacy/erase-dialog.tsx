import { Alert, Button, Group, List, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { Student } from '#shared/contract/people.contract.ts';
import { useErase } from './use-erase.ts';

interface EraseDialogProps {
  opened: boolean;
  student: Student;
  onClose: () => void;
}

/** Asks for the number and a reason before a student is erased for good. */
export function EraseDialog({ opened, student, onClose }: EraseDialogProps) {
  const { t } = useTranslation('privacy');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('eraseTitle', { name: student.fullName })}
      size="lg"
    >
      <EraseForm student={student} onClose={onClose} />
    </Modal>
  );
}

function EraseForm({ student, onClose }: Omit<EraseDialogProps, 'opened'>) {
  const { t } = useTranslation(['privacy', 'app']);
  const { form, erase } = useErase(student);
  return (
    <form onSubmit={form.onSubmit((values) => erase.mutate(values))} noValidate>
      <Stack>
        <WhatHappens />
        {erase.error && <Problem error={erase.error} />}
        <TextInput
          label={t('number')}
          description={t('numberHint', { number: student.studentNumber })}
          autoComplete="off"
          data-autofocus
          withAsterisk
          {...form.getInputProps('studentNumber')}
        />
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          autosize
          minRows={2}
          maxLength={300}
          withAsterisk
          {...form.getInputProps('reason')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" color="red" loading={erase.isPending}>
            {t('eraseSubmit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function WhatHappens() {
  const { t } = useTranslation('privacy');
  return (
    <>
      <Alert color="red" icon={<IconAlertTriangle aria-hidden />}>
        {t('eraseAbout')}
      </Alert>
      <List size="sm">
        <List.Item>{t('eraseStays')}</List.Item>
        <List.Item>{t('eraseBackups')}</List.Item>
      </List>
    </>
  );
}
