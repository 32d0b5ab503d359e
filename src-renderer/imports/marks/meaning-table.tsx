import { Select, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import { TableHead } from '#renderer/app/parts/table-head.tsx';

interface MeaningTableProps {
  /** What stands in the list, and how often. */
  texts: readonly { text: string; marks: number }[];
  data: readonly { value: string; label: string }[];
  chosenFor: (text: string) => string | null;
  onChange: (text: string, value: string | null) => void;
  /** What nothing chosen comes to. */
  placeholder: string;
  labelOf: (text: string) => string;
}

/** What each word of a list is here. */
export function MeaningTable({ texts, data, chosenFor, onChange, ...words }: MeaningTableProps) {
  const { t } = useTranslation('imports');
  return (
    <Table verticalSpacing={6} maw={640}>
      <TableHead
        columns={[t('marks.statuses.inFile'), t('marks.statuses.times'), t('marks.statuses.means')]}
      />
      <Table.Tbody>
        {texts.map(({ text, marks }) => (
          <Table.Tr key={text}>
            <Table.Td maw={0} w="40%">
              <Text size="sm" fw={550} truncate title={text}>
                {text}
              </Text>
            </Table.Td>
            <Table.Td data-figures>{formatNumber(marks)}</Table.Td>
            <Table.Td w={260}>
              <Select
                aria-label={words.labelOf(text)}
                placeholder={words.placeholder}
                data={[...data]}
                value={chosenFor(text)}
                clearable
                searchable={data.length > 8}
                size="xs"
                onChange={(value) => onChange(text, value)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
