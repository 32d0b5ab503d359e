import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface FolderChoiceProps {
  disabled: boolean;
  /** Every file in the folder, with its path from the folder on. */
  onPick: (files: { path: string; file: File }[]) => void;
}

/** Chooses a folder with all that is in it. */
export function FolderChoice({ disabled, onPick }: FolderChoiceProps) {
  const { t } = useTranslation('imports');
  const input = useRef<HTMLInputElement | null>(null);
  const asFolder = useCallback((element: HTMLInputElement | null) => {
    element?.setAttribute('webkitdirectory', '');
    input.current = element;
  }, []);
  return (
    <>
      <input
        ref={asFolder}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) {
            onPick(files.map((file) => ({ path: file.webkitRelativePath, file })));
          }
        }}
      />
      <Button
        leftSection={<IconFolderOpen size={18} aria-hidden />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {t('faces.pick')}
      </Button>
    </>
  );
}
