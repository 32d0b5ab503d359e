import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { must } from '#renderer/app/must.ts';
import { DialogButtons } from '#renderer/app/parts/dialog-buttons.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { rollcall } from '#renderer/app/rollcall-client.ts';
import { nameSchema } from '#shared/contract/base.ts';
import { offerGuestUndo, takeGuests } from './use-guests.ts';

interface AddGuestProps {
  sessionId: string;
  opened: boolean;
  onClose: () => void;
}

export function AddGuest({ opened, ...form }: AddGuestProps) {
  const { t } = useTranslation('guests');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('addTitle')}>
      <GuestForm {...form} />
    </Modal>
  );
}

function GuestForm({ sessionId, onClose }: Omit<AddGuestProps, 'opened'>) {
  const { t } = useTranslation(['guests', 'app']);
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: must(nameSchema, t('nameInvalid')) },
  });
  const add = useMutation({
    mutationFn: ({ name }: { name: string }) => rollcall.guests.add({ sessionId, name }),
    meta: { showsOwnErrors: true },
    onSuccess: (guests, { name }) => {
      takeGuests(sessionId, guests);
      onClose();
      const id = guests.at(-1)?.id;
      if (id === undefined) return;
      offerGuestUndo(sessionId, t('added', { name }), () => rollcall.guests.dismiss({ id }));
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => add.mutate(values))} noValidate>
      <Stack>
        {add.isError && <Problem error={add.error} />}
        <Text size="sm" c="dimmed">
          {t('addAbout')}
        </Text>
        <TextInput
          label={t('name')}
          data-autofocus
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <DialogButtons submit={t('app:add')} busy={add.isPending} onCancel={onClose} />
      </Stack>
    </form>
  );
}
