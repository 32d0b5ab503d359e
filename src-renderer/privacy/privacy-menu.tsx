import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconEraser, IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Student } from '#shared/contract/people.contract.ts';
import { EraseDialog } from './erase-dialog.tsx';
import { StudentExportDialog } from './student-export-dialog.tsx';

/** What a student or the parents may ask for: all that is stored, and that it is erased. */
export function PrivacyMenu({ student }: { student: Student }) {
  const { t } = useTranslation('privacy');
  const [exporting, exportDialog] = useDisclosure();
  const [erasing, eraseDialog] = useDisclosure();
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('menu')}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconFileExport size={18} aria-hidden />}
            onClick={exportDialog.open}
          >
            {t('export')}
          </Menu.Item>
          <Menu.Item leftSection={<IconEraser size={18} aria-hidden />} onClick={eraseDialog.open}>
            {t('erase')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <StudentExportDialog opened={exporting} onClose={exportDialog.close} student={student} />
      <EraseDialog opened={erasing} onClose={eraseDialog.close} student={student} />
    </>
  );
}
