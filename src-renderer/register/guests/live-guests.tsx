import { Button, Group, Pill } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AddGuest } from './add-guest.tsx';
import { useDismissGuest, useGuests } from './use-guests.ts';

/** Those here who are on no list, and the way to note another. */
export function LiveGuests({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('guests');
  const [adding, dialog] = useDisclosure();
  const dismiss = useDismissGuest();
  const { data: guests = [] } = useGuests(sessionId);
  const open = guests.filter(({ standing }) => standing.kind === 'open');
  return (
    <Group gap={6} component="section" aria-label={t('title')} flex="none">
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconUserPlus size={16} aria-hidden />}
        onClick={dialog.open}
      >
        {t('add')}
      </Button>
      {open.map((guest) => (
        <Pill
          key={guest.id}
          withRemoveButton
          removeButtonProps={{
            'aria-label': t('dismissLabel', { name: guest.name }),
            'aria-hidden': false,
            tabIndex: 0,
          }}
          onRemove={() => dismiss.mutate(guest)}
        >
          {guest.name}
        </Pill>
      ))}
      <AddGuest sessionId={sessionId} opened={adding} onClose={dialog.close} />
    </Group>
  );
}
