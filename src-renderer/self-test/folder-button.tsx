import { Button, Group } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface FolderButtonProps {
  /** Whether a folder was chosen before. */
  chosen: boolean;
  disabled: boolean;
  /** All files of the folder and the folders in it; the page may read these and no others. */
  onFiles: (files: readonly File[]) => void;
}

/** Chooses a folder of pictures; the window reads what was chosen, and nothing is copied. */
export function FolderButton({ chosen, disabled, onFiles }: FolderButtonProps) {
  const { t } = useTranslation('selfTest');
  const input = useRef<HTMLInputElement | null>(null);
  return (
    <Group>
      <input
        ref={(element) => {
          input.current = element;
          // React knows no attribute for choosing folders.
          if (element) element.webkitdirectory = true;
        }}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same folder may be chosen again, after pictures were added to it.
          currentTarget.value = '';
        }}
      />
      <Button
        variant={chosen ? 'default' : 'filled'}
        disabled={disabled}
        leftSection={<IconFolderOpen size={18} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t(chosen ? 'pictures.chooseOther' : 'pictures.choose')}
      </Button>
    </Group>
  );
}
