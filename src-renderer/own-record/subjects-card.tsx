import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatNumber, formatPercent } from '#renderer/app/format.ts';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import type { SubjectFigures } from '#shared/own-record/own-figures.ts';
import { Card } from './card.tsx';

/** The share present in each subject. */
export function SubjectsCard({ subjects }: { subjects: readonly SubjectFigures[] }) {
  const { t } = useTranslation('ownRecord');
  return (
    <Card title={t('subjects.title')}>
      <Table>
        <TableHead
          columns={[t('subjects.subject')]}
          numbers={[t('subjects.registers'), t('subjects.share')]}
        />
        <Table.Tbody>
          {subjects.map(({ subjectName, registers, share }) => (
            <Table.Tr key={subjectName}>
              <Table.Td>{subjectName}</Table.Td>
              <Table.Td ta="end">{formatNumber(registers)}</Table.Td>
              <Table.Td ta="end">{share === null ? '–' : formatPercent(share)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
