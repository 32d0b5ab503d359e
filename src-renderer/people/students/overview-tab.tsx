import { DataList, Paper, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Student } from '#shared/contract/people.contract.ts';
import { EnrolmentBadge } from './enrolment-badge.tsx';
import { GuardiansCard } from './guardians-card.tsx';
import { MembershipCard } from './membership-card.tsx';

export function OverviewTab({ student }: { student: Student }) {
  const { t } = useTranslation('people');
  const fields = [
    [t('student.fields.number'), student.studentNumber],
    [t('student.fields.name'), student.fullName],
    [t('student.fields.class'), student.className],
    [t('student.fields.email'), student.email ?? t('student.noEmail')],
    [t('student.fields.face'), <EnrolmentBadge key="face" state={student.enrolment} />],
  ] as const;
  return (
    <Stack gap="lg">
      <Paper p="lg">
        <DataList labelWidth="10rem">
          {fields.map(([label, value]) => (
            <DataList.Item key={label}>
              <DataList.ItemLabel>{label}</DataList.ItemLabel>
              <DataList.ItemValue>{value}</DataList.ItemValue>
            </DataList.Item>
          ))}
        </DataList>
      </Paper>
      <GuardiansCard student={student} />
      <MembershipCard student={student} />
    </Stack>
  );
}
