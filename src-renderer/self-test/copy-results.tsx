import { Button, CopyButton } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { withoutIsolates } from '#renderer/app/isolate.ts';

/** Puts results on the clipboard, as text for a mail or a file. */
export function CopyResults({ text }: { text: string }) {
  const { t } = useTranslation('selfTest');
  return (
    <CopyButton value={withoutIsolates(text)}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
          onClick={copy}
        >
          {copied ? t('copied') : t('copy')}
        </Button>
      )}
    </CopyButton>
  );
}
