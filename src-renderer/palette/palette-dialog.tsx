import { Modal, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHasRole } from '#renderer/app/standing.ts';
import { STAFF } from '#shared/contract/base.ts';
import classes from './palette.module.css';
import { LIST_ID, optionId, PaletteList } from './palette-list.tsx';
import { closeOverlay } from './palette-store.ts';
import { LONGEST_SEARCH, type Palette, usePalette } from './use-palette.ts';

/** Finds students, classes, registers, screens, settings and actions, and goes there. */
export function PaletteDialog({ opened }: { opened: boolean }) {
  const { t } = useTranslation('palette');
  return (
    <Modal.Root
      opened={opened}
      onClose={closeOverlay}
      size={640}
      yOffset="10vh"
      padding={0}
      // What is typed at once is not to be lost.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('title')} p={0}>
        <PaletteBody />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody() {
  const { t } = useTranslation('palette');
  const palette = usePalette();
  const { count, settled } = palette;
  return (
    <>
      <SearchField palette={palette} />
      {count > 0 ? (
        <PaletteList palette={palette} />
      ) : (
        <Text size="sm" c="dimmed" className={classes.none}>
          {settled ? t('none') : t('looking')}
        </Text>
      )}
      <VisuallyHidden role="status">{settled ? t('count', { count }) : ''}</VisuallyHidden>
    </>
  );
}

/** A combobox: the list below is worked from here. */
function SearchField({ palette }: { palette: Palette }) {
  const { t } = useTranslation('palette');
  const staff = useHasRole(STAFF);
  const { typed, setTyped, chosen, count, onKeyDown } = palette;
  return (
    <TextInput
      autoFocus
      data-autofocus
      size="md"
      variant="unstyled"
      px="md"
      py={4}
      leftSectionWidth={28}
      leftSection={<IconSearch size={18} aria-hidden />}
      aria-label={t('title')}
      placeholder={staff ? t('placeholder') : t('placeholderStudent')}
      role="combobox"
      aria-expanded={count > 0}
      aria-autocomplete="list"
      aria-controls={count > 0 ? LIST_ID : undefined}
      aria-activedescendant={chosen ? optionId(chosen) : undefined}
      maxLength={LONGEST_SEARCH}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
