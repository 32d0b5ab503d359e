import { Box, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '#renderer/app/parts/keys.tsx';
import classes from './palette.module.css';
import type { PaletteItem } from './palette-item.ts';
import type { Palette } from './use-palette.ts';

export const LIST_ID = 'palette-list';
export const optionId = (item: PaletteItem): string => `palette-${item.id}`;

/** What fits, in groups. The field above keeps the focus and works the list. */
export function PaletteList({ palette }: { palette: Palette }) {
  const { t } = useTranslation('palette');
  return (
    <div id={LIST_ID} role="listbox" aria-label={t('results')} className={classes.list}>
      {palette.groups.map(({ group, items }) => (
        <Box key={group} role="group" aria-labelledby={`palette-group-${group}`}>
          <Text id={`palette-group-${group}`} size="xs" fw={600} c="dimmed" px="sm" pt={8} pb={2}>
            {t(`groups.${group}`)}
          </Text>
          {items.map((item) => (
            <Option key={item.id} item={item} palette={palette} />
          ))}
        </Box>
      ))}
    </div>
  );
}

function Option({ item, palette }: { item: PaletteItem; palette: Palette }) {
  const chosen = palette.chosen?.id === item.id;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { icon: Icon, label, about, shortcut } = item;
  return (
    <div
      ref={row}
      id={optionId(item)}
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={classes.option}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => !chosen && palette.choose(item)}
      onClick={() => palette.carryOut(item)}
      onKeyDown={palette.onKeyDown}
    >
      <Group gap="sm" wrap="nowrap">
        <Icon size={18} stroke={1.75} aria-hidden className={classes.icon} />
        <Text span size="sm" fw={550} truncate flex="0 1 auto">
          {label}
        </Text>
        {about && (
          <Text span size="sm" c="dimmed" truncate flex="1 1 0" miw={80}>
            {about}
          </Text>
        )}
        {shortcut && (
          <span className={classes.end}>
            <Keys shortcut={shortcut} />
          </span>
        )}
      </Group>
    </div>
  );
}
