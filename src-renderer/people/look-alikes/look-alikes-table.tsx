import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#renderer/app/format.ts';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import type { LookAlikePair } from '#shared/contract/enrolment.contract.ts';
import { DESCRIPTOR_MODEL } from '#shared/recognition/descriptor-model.ts';
import { likenessOf } from '#shared/recognition/look-alike.ts';

/** One row a pair; both names lead to the students. */
export function LookAlikesTable({ pairs }: { pairs: readonly LookAlikePair[] }) {
  const { t } = useTranslation('people');
  return (
    <Table horizontalSpacing="md" verticalSpacing={8}>
      <TableHead
        columns={[
          t('lookAlikes.one'),
          t('lookAlikes.other'),
          t('lookAlikes.likeness'),
          t('lookAlikes.found'),
        ]}
      />
      <Table.Tbody>
        {pairs.map((pair) => (
          <PairRow key={pair.first.studentId + pair.second.studentId} pair={pair} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function PairRow({ pair: { first, second, score, foundAt } }: { pair: LookAlikePair }) {
  const { t } = useTranslation('people');
  return (
    <Table.Tr>
      {[first, second].map((student) => (
        <Table.Td key={student.studentId}>
          <StudentCell student={student} />
        </Table.Td>
      ))}
      <Table.Td>{t(`lookAlikes.likenesses.${likenessOf(score, DESCRIPTOR_MODEL)}`)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatDate(foundAt)}</Table.Td>
    </Table.Tr>
  );
}

function StudentCell({ student }: { student: LookAlikePair['first'] }) {
  const { studentId, fullName, studentNumber, className } = student;
  return (
    <>
      <TextLink
        to="/students/$studentId"
        params={{ studentId }}
        search={{ tab: 'faces' }}
        size="sm"
        fw={550}
      >
        {fullName}
      </TextLink>
      <Text size="xs" c="dimmed" data-figures>
        {className} · {studentNumber}
      </Text>
    </>
  );
}
