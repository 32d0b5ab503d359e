import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { DuplicateFace } from './use-enrolment.ts';

const MIN_REASON = 3;
const MAX_REASON = 300;

interface DuplicateDialogProps {
  duplicate: DuplicateFace;
  busy: boolean;
  onOverride: (reason: string) => void;
  onClose: () => void;
}

/** Whose face it is already; two people who look alike are let through with a reason. */
export function DuplicateDialog({ duplicate, busy, onOverride, onClose }: DuplicateDialogProps) {
  const { t } = useTranslation('enrolment');
  const form = useForm({
    initialValues: { reason: '' },
    validate: {
      reason: (reason) => (reason.trim().length >= MIN_REASON ? null : t('duplicate.reasonShort')),
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('duplicate.title')}>
      <form onSubmit={form.onSubmit(({ reason }) => onOverride(reason.trim()))} noValidate>
        <Stack>
          <Text fw={550}>
            {t('duplicate.about', {
              name: duplicate.fullName,
              number: duplicate.studentNumber,
              className: duplicate.className,
            })}
          </Text>
          <Text size="sm">{t('duplicate.advice')}</Text>
          <TextInput
            label={t('duplicate.reason')}
            description={t('duplicate.reasonHint')}
            maxLength={MAX_REASON}
            {...form.getInputProps('reason')}
          />
          <Group justify="flex-end">
            <Button variant="default" type="submit" loading={busy}>
              {t('duplicate.override')}
            </Button>
            <Button onClick={onClose} data-autofocus>
              {t('duplicate.goBack')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
