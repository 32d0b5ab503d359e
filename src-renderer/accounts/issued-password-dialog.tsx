import { Button, CopyButton, DataList, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCopy, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { IssuedPassword } from '#shared/contract/accounts.contract.ts';
import { IssuedPasswordSheet } from './issued-password-sheet.tsx';

interface IssuedPasswordDialogProps {
  /** The password to hand over; null while closed. */
  issued: IssuedPassword | null;
  onClose: () => void;
}

/** Shows a temporary password this once, to be read out, copied or printed. */
export function IssuedPasswordDialog({ issued, onClose }: IssuedPasswordDialogProps) {
  const { t } = useTranslation('accounts');
  return (
    <Modal
      opened={issued !== null}
      onClose={onClose}
      closeOnClickOutside={false}
      title={t('issued.title', { name: issued?.account.displayName })}
    >
      {issued && <Issued issued={issued} onClose={onClose} />}
    </Modal>
  );
}

function Issued({ issued, onClose }: { issued: IssuedPassword; onClose: () => void }) {
  const { t } = useTranslation('accounts');
  const { account, temporaryPassword } = issued;
  return (
    <Stack>
      <Text size="sm">{t('issued.about')}</Text>
      <DataList labelWidth="11rem">
        <DataList.Item>
          <DataList.ItemLabel>{t('issued.username')}</DataList.ItemLabel>
          <DataList.ItemValue>{account.username}</DataList.ItemValue>
        </DataList.Item>
        <DataList.Item>
          <DataList.ItemLabel>{t('issued.password')}</DataList.ItemLabel>
          <DataList.ItemValue data-figures style={{ fontSize: '1.25rem', fontWeight: 600 }}>
            {temporaryPassword}
          </DataList.ItemValue>
        </DataList.Item>
      </DataList>
      <Group justify="flex-end" gap="xs">
        <CopyButton value={temporaryPassword}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={<IconCopy size={18} aria-hidden />}
              onClick={copy}
            >
              {copied ? t('issued.copied') : t('issued.copy')}
            </Button>
          )}
        </CopyButton>
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('issued.print')}
        </Button>
        <Button onClick={onClose}>{t('issued.done')}</Button>
      </Group>
      <IssuedPasswordSheet issued={issued} />
    </Stack>
  );
}
