import { Select, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FIELDS_OF, type ImportField, type ImportKind } from '#shared/imports/import-field.ts';
import { type ListChoice, withField } from './list-choice.ts';

interface ColumnTableProps {
  kind: ImportKind;
  choice: ListChoice;
  onChange: (choice: ListChoice) => void;
}

/** A, B, ..., Z, AA as spreadsheets name columns. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

/** What each column of the file means, with some of what stands in it. */
export function ColumnTable({ kind, choice, onChange }: ColumnTableProps) {
  const { t } = useTranslation('imports');
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('columns.inFile')}</Table.Th>
          <Table.Th>{t('columns.samples')}</Table.Th>
          <Table.Th w={240}>{t('columns.means')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {choice.sheet.columns.map(({ heading, samples }, column) => {
          const name = heading || t('columns.unnamed', { letters: letters(column) });
          return (
            <Table.Tr key={letters(column)}>
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
