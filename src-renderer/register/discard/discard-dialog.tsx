import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { useDiscard } from './use-discard.ts';

interface DiscardDialogProps {
  discard: ReturnType<typeof useDiscard>['discard'];
  onClose: () => void;
}

/** Asks why a register with marks is to be put out of count. */
export function DiscardDialog({ discard, onClose }: DiscardDialogProps) {
  const { t } = useTranslation('register');
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (reason) => (reason.trim().length < 3 ? t('discard.invalid') : null) },
  });
  const submit = form.onSubmit(({ reason }) => discard.mutate(reason, { onSuccess: onClose }));
  return (
    <Modal opened onClose={onClose} title={t('discard.title')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {discard.isError && <Problem error={discard.error} />}
          <Text size="sm">{t('discard.about')}</Text>
          <TextInput
            label={t('discard.reason')}
            description={t('discard.hint')}
            maxLength={300}
            data-autofocus
            autoComplete="off"
            {...form.getInputProps('reason')}
          />
          <DialogButtons submit={t('discard.submit')} busy={discard.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Modal>
  );
}
