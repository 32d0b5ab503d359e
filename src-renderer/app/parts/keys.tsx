import { Group, Kbd } from '@mantine/core';
import { keysOf } from '#renderer/app/hotkeys.ts';
import type { Shortcut } from '#shared/shortcuts/shortcuts.ts';

/** The keys of a shortcut as they are written on the keyboard. */
export function Keys({ shortcut }: { shortcut: Shortcut }) {
  return (
    <Group component="span" gap={4} wrap="nowrap" display="inline-flex" dir="ltr">
      {keysOf(shortcut).map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </Group>
  );
}
