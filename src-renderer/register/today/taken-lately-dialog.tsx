import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatTime } from '#renderer/app/format.ts';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import { useAsked, useStart } from './use-start.ts';

const close = () => useAsked.setState({ asked: null });

/** Says that the register was already taken, before a second one is started by mistake. */
export function TakenLatelyDialog() {
  const { t } = useTranslation('today');
  const { again, busy } = useStart();
  const asked = useAsked((state) => state.asked);
  if (!asked) return null;
  const { sessionId, className, subjectName, startedAt, present, onRoster } = asked.taken;
  return (
    <Modal opened onClose={close} title={t('lately.title')}>
      <Stack>
        <Text>
          {t('lately.about', {
            class: className,
            subject: subjectName,
            time: formatTime(startedAt),
            present,
            count: onRoster,
          })}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" loading={busy} onClick={() => again(asked.wish)}>
            {t('lately.again')}
          </Button>
          <LinkButton
            to="/registers/$sessionId"
            params={{ sessionId }}
            onClick={close}
            data-autofocus
          >
            {t('lately.see')}
          </LinkButton>
        </Group>
      </Stack>
    </Modal>
  );
}
