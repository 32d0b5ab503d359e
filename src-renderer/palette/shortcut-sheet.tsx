import { Group, Kbd, Modal, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '#renderer/app/parts/keys.tsx';
import { useHasRole } from '#renderer/app/standing.ts';
import { statusKeys } from '#renderer/register/live/list/status-keys.ts';
import { useLiveStore } from '#renderer/register/live/live-store.ts';
import { TEACHING } from '#shared/contract/base.ts';
import { SHORTCUTS, type ShortcutName, type ShortcutPlace } from '#shared/shortcuts/shortcuts.ts';
import { closeOverlay } from './palette-store.ts';

const NAMES = Object.keys(SHORTCUTS).filter((name): name is ShortcutName => name in SHORTCUTS);
const namesIn = (place: ShortcutPlace): ShortcutName[] =>
  NAMES.filter((name) => SHORTCUTS[name].place === place);

/** Every shortcut there is, from the list that the handlers are bound from. */
export function ShortcutSheet({ opened }: { opened: boolean }) {
  const { t } = useTranslation('palette');
  const teaching = useHasRole(TEACHING);
  return (
    <Modal opened={opened} onClose={closeOverlay} title={t('sheet.title')}>
      <Stack gap="lg">
        <Place place="everywhere" />
        {teaching && (
          <Place place="register">
            <StatusLetters />
            <Line keys={<RestKeys />} does={t('sheet.rest')} />
          </Place>
        )}
        <Text size="sm" c="dimmed">
          {t('sheet.lists')}
        </Text>
      </Stack>
    </Modal>
  );
}

function Place({ place, children }: { place: ShortcutPlace; children?: ReactNode }) {
  const { t } = useTranslation('palette');
  return (
    <Stack gap={6} component="section" aria-labelledby={`sheet-${place}`}>
      <Title order={3} fz="sm" id={`sheet-${place}`}>
        {t(`sheet.places.${place}`)}
      </Title>
      {namesIn(place).map((name) => (
        <Line
          key={name}
          keys={<Keys shortcut={SHORTCUTS[name]} />}
          does={t(`sheet.does.${name}`)}
        />
      ))}
      {children}
    </Stack>
  );
}

function Line({ keys, does }: { keys: ReactNode; does: string }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{does}</Text>
      {keys}
    </Group>
  );
}

function RestKeys() {
  return (
    <Group component="span" gap={4} wrap="nowrap" display="inline-flex" dir="ltr">
      <Kbd size="xs">Shift</Kbd>
      <Letters />
    </Group>
  );
}

function Letters() {
  return (
    <Kbd size="xs" style={{ whiteSpace: 'nowrap' }}>
      A–Z
    </Kbd>
  );
}

/** The letters that the school has chosen, while a register is open; else that there are some. */
function StatusLetters() {
  const { t } = useTranslation('palette');
  const statuses = useLiveStore((state) => state.session?.statuses);
  if (!statuses) return <Line keys={<Letters />} does={t('sheet.statuses')} />;
  return [...statusKeys(statuses)].map(([key, status]) => (
    <Line
      key={key}
      keys={<Kbd size="xs">{key.toUpperCase()}</Kbd>}
      does={t('sheet.status', { status: status.label })}
    />
  ));
}
