import { Group, Text } from '@mantine/core';
import { IconFaceId, IconFaceIdError, IconRefresh, IconUserQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { EnrolmentState } from '#shared/contract/people.contract.ts';

const LOOKS: Record<EnrolmentState, { icon: typeof IconFaceId; colour: string }> = {
  enrolled: { icon: IconFaceId, colour: 'var(--status-present-text)' },
  reEnrol: { icon: IconRefresh, colour: 'var(--status-late-text)' },
  weak: { icon: IconRefresh, colour: 'var(--status-late-text)' },
  sinking: { icon: IconRefresh, colour: 'var(--status-late-text)' },
  notEnrolled: { icon: IconUserQuestion, colour: 'var(--mantine-color-dimmed)' },
  noConsent: { icon: IconFaceIdError, colour: 'var(--mantine-color-dimmed)' },
};

/** Whether the camera can know this student, as a sign and in words. */
export function EnrolmentBadge({ state }: { state: EnrolmentState }) {
  const { t } = useTranslation('people');
  const { icon: Icon, colour } = LOOKS[state];
  return (
    <Group
      gap={6}
      wrap="nowrap"
      c={colour}
      component="span"
      display="inline-flex"
      style={{ verticalAlign: 'middle' }}
    >
      <Icon size={18} aria-hidden />
      <Text span size="sm">
        {t(`enrolment.${state}`)}
      </Text>
    </Group>
  );
}
