import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { SHORTCUTS } from '#shared/shortcuts/shortcuts.ts';
import { useLiveStore } from '../live-store.ts';

/** Finds a student while typing; Enter goes to the list, Escape shows everyone again. */
export function SearchBox({ ref }: { ref: Ref<HTMLInputElement> }) {
  const { t } = useTranslation('live');
  const search = useLiveStore((state) => state.search);
  const setSearch = (typed: string) =>
    useLiveStore.setState({ search: typed, shown: 'all', selectedId: null });
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      setSearch('');
      event.currentTarget.blur();
    }
    // The arrow goes on to the window, where the list hears it.
    if (event.key === 'Enter') {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    }
  };
  return (
    <TextInput
      ref={ref}
      type="search"
      size="sm"
      aria-label={t('search')}
      placeholder={t('search')}
      value={search}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        search ? (
          <CloseButton size="sm" aria-label={t('searchClear')} onClick={() => setSearch('')} />
        ) : (
          <Kbd size="xs" title={t('searchHint')}>
            {SHORTCUTS.search.key}
          </Kbd>
        )
      }
      onChange={(event) => setSearch(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
