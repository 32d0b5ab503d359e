import { Anchor, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { RestoreSteps } from './restore-steps.tsx';

/** Before sign-in: leads to a backup that becomes the register of this computer. */
export function RecoverLink() {
  const { t } = useTranslation('backup');
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Anchor component="button" type="button" size="sm" onClick={open}>
        {t('restore.open')}
      </Anchor>
      <Modal opened={opened} onClose={close} title={t('restore.title')}>
        <RestoreSteps way="recover" onBack={close} />
      </Modal>
    </>
  );
}
