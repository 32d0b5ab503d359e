import { Button, Menu } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ShownColumns } from './use-shown-columns.ts';

/** Which columns a table shows; remembered on this computer. */
export function ColumnsMenu<Row>({ columns }: { columns: ShownColumns<Row> }) {
  const { t } = useTranslation();
  const { choices, choose } = columns;
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="default" flex="none" leftSection={<IconColumns3 size={18} aria-hidden />}>
          {t('columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.CheckboxGroup
          value={choices.filter(({ shown }) => shown).map(({ name }) => name)}
          onChange={choose}
        >
          {choices.map(({ name, label }) => (
            <Menu.CheckboxItem key={name} value={name}>
              {label}
            </Menu.CheckboxItem>
          ))}
        </Menu.CheckboxGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
