import { Button, Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FIELDS_OF, type ImportField, type ImportKind } from '#shared/imports/import-field.ts';
import { columnLetters } from './column-letters.ts';
import { type ListChoice, withField } from './list-choice.ts';

interface ColumnTableProps {
  kind: ImportKind;
  choice: ListChoice;
  onChange: (choice: ListChoice) => void;
}

/** Of columns that each hold a register so many are shown at first: the rest are alike. */
const REGISTERS_SHOWN = 4;

/** The columns to show; of those of registers only the first few, unless all are wanted. */
function shownColumns({ sheet, fields }: ListChoice, all: boolean): number[] {
  const columns = sheet.columns.map((_, column) => column);
  const registers = columns.filter((column) => fields[column] === 'register');
  const hidden = new Set(all ? [] : registers.slice(REGISTERS_SHOWN));
  return columns.filter((column) => !hidden.has(column));
}

/** What each column of the file means, with some of what stands in it. */
export function ColumnTable({ kind, choice, onChange }: ColumnTableProps) {
  const { t } = useTranslation('imports');
  const [all, setAll] = useState(false);
  const shown = shownColumns(choice, all);
  const hidden = choice.sheet.columns.length - shown.length;
  return (
    <Stack gap="xs">
      <Table verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('columns.inFile')}</Table.Th>
            <Table.Th>{t('columns.samples')}</Table.Th>
            <Table.Th w={240}>{t('columns.means')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((column) => {
            const { heading = '', samples = [] } = choice.sheet.columns[column] ?? {};
            const letters = columnLetters(column);
            const name = heading || t('columns.unnamed', { letters });
            return (
              <Table.Tr key={letters}>
                <Table.Td>
                  <Text size="sm" fw={550}>
                    {name}
                  </Text>
                </Table.Td>
                <Table.Td maw={0} w="45%">
                  <Text size="sm" c="dimmed" truncate title={samples.join(' · ')}>
                    {samples.join(' · ') || t('columns.empty')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <FieldSelect
                    kind={kind}
                    label={t('columns.meaningOf', { name })}
                    field={choice.fields[column] ?? null}
                    onChange={(field) => onChange(withField(choice, column, field))}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('columns.moreRegisters', { count: hidden })}
        </Button>
      )}
    </Stack>
  );
}

interface FieldSelectProps {
  kind: ImportKind;
  label: string;
  field: ImportField | null;
  onChange: (field: ImportField | null) => void;
}

function FieldSelect({ kind, label, field, onChange }: FieldSelectProps) {
  const { t } = useTranslation('imports');
  return (
    <Select
      aria-label={label}
      placeholder={t('columns.ignored')}
      data={FIELDS_OF[kind].map((one) => ({ value: one, label: t(`field.${one}`) }))}
      value={field}
      clearable
      searchable
      size="xs"
      onChange={(value) => onChange(FIELDS_OF[kind].find((one) => one === value) ?? null)}
    />
  );
}
