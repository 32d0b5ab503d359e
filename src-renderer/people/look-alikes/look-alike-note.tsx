import { Alert, Group } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '#renderer/app/parts/link-button.tsx';
import type { Student } from '#shared/contract/people.contract.ts';
import { useLookAlikesOf } from './use-look-alikes.ts';

/** More than these the list of look-alikes tells better. */
const SHOWN = 3;

/** Tells an admin whom this student looks like, and what sessions do about it; nothing for others. */
export function LookAlikeNote({ student }: { student: Pick<Student, 'id' | 'fullName'> }) {
  const { t } = useTranslation('people');
  const others = useLookAlikesOf(student.id);
  if (others.length === 0) return null;
  return (
    <Alert color="yellow" icon={<IconUsers aria-hidden />} ta="start">
      {others.slice(0, SHOWN).map((other) => (
        <div key={other.studentId}>
          {t('lookAlikes.note', {
            name: student.fullName,
            other: other.fullName,
            className: other.className,
          })}
        </div>
      ))}
      <Group mt="xs">
        <TextLink to="/students/look-alikes" size="sm" c="inherit" underline="always">
          {t('lookAlikes.see')}
        </TextLink>
      </Group>
    </Alert>
  );
}
