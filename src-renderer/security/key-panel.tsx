import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { KeyStanding } from '#shared/contract/security.contract.ts';
import { ChangeKeyDialog } from './change-key-dialog.tsx';
import { ChangePassphraseDialog } from './change-passphrase-dialog.tsx';
import { Part } from './part.tsx';

/** The recovery passphrase and the key, with the way to change each. */
export function KeyPanel() {
  const query = useQuery(api.settings.security.key.queryOptions());
  return (
    <Loaded query={query}>
      {(standing) => (
        <>
          <PassphrasePart standing={standing} />
          <KeyPart standing={standing} />
        </>
      )}
    </Loaded>
  );
}

function PassphrasePart({ standing: { backups, isBackedUp } }: { standing: KeyStanding }) {
  const { t } = useTranslation('security');
  const [opened, { open, close }] = useDisclosure();
  return (
    <Part title={t('passphrase.title')}>
      <Text size="sm">{t('passphrase.about')}</Text>
      <Text size="sm">{t('passphrase.backups')}</Text>
      <Text size="sm" c="dimmed">
        {t('backups.present', { count: backups.present })}{' '}
        {backups.earlier > 0 && t('backups.earlier', { count: backups.earlier })}
      </Text>
      {!isBackedUp && <Text size="sm">{t('backups.missing')}</Text>}
      <Group>
        <Button
          variant="default"
          leftSection={<IconRefresh size={18} aria-hidden />}
          onClick={open}
        >
          {t('passphrase.change')}
        </Button>
      </Group>
      <ChangePassphraseDialog opened={opened} onClose={close} />
    </Part>
  );
}

function KeyPart({ standing: { inKeychain } }: { standing: KeyStanding }) {
  const { t } = useTranslation('security');
  const [opened, { open, close }] = useDisclosure();
  return (
    <Part title={t('key.title')}>
      <Text size="sm">{t('key.about')}</Text>
      <Text size="sm" c="dimmed">
        {t(inKeychain ? 'key.inKeychain' : 'key.notInKeychain')}
      </Text>
      <Group>
        <Button variant="default" leftSection={<IconKey size={18} aria-hidden />} onClick={open}>
          {t('key.change')}
        </Button>
      </Group>
      <ChangeKeyDialog opened={opened} onClose={close} />
    </Part>
  );
}
