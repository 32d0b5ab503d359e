import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IntegrityPanel } from './integrity-panel.tsx';
import { KeyPanel } from './key-panel.tsx';
import { Part } from './part.tsx';

/** Whether the register is as it was written, and what opens it. */
export function SecurityPanel() {
  const { t } = useTranslation('security');
  return (
    <Stack gap="xl">
      <Part title={t('integrity.title')}>
        <IntegrityPanel />
      </Part>
      <KeyPanel />
    </Stack>
  );
}
