import { useMemo } from 'react';
import { useDevicePreferences } from '#renderer/settings/use-device-preferences.ts';
import type { TableName } from '#shared/contract/settings.contract.ts';
import type { Column } from './column.ts';

export interface ShownColumns<Row> {
  shown: Column<Row>[];
  /** Those that may be hidden, each with whether it is. */
  choices: { name: string; label: string; shown: boolean }[];
  choose: (names: readonly string[]) => void;
}

/**
 * The columns of a table that are shown on this computer.
 * @param usuallyHidden those hidden until somebody chooses otherwise
 */
export function useShownColumns<Row>(
  table: TableName,
  columns: readonly Column<Row>[],
  usuallyHidden: readonly string[] = [],
): ShownColumns<Row> {
  const { query, change } = useDevicePreferences();
  const kept = query.data?.hiddenColumns;
  const hidden = kept?.[table] ?? usuallyHidden;
  const shown = useMemo(
    () => columns.filter(({ name, fixed }) => fixed || !hidden.includes(name)),
    [columns, hidden],
  );
  const choosable = columns.filter(({ fixed }) => !fixed);
  return {
    shown,
    choices: choosable.map(({ name, label }) => ({ name, label, shown: !hidden.includes(name) })),
    choose: (names) => {
      const left = choosable.map(({ name }) => name).filter((name) => !names.includes(name));
      change({ hiddenColumns: { ...kept, [table]: left } });
    },
  };
}
