import { Group, Stack, Stepper, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#renderer/app/parts/link-button.tsx';
import type { Student } from '#shared/contract/people.contract.ts';
import type { EnrolStep } from './capture-store.ts';

type Stage = EnrolStep | 'consent';

const STAGES: Record<Stage, number> = {
  consent: 0,
  source: 1,
  camera: 2,
  files: 2,
  approval: 3,
  saved: 4,
};

interface EnrolFrameProps {
  student: Student;
  step: Stage;
  children: ReactNode;
}

/** Whose face it is, how far it has come, and the step itself. */
export function EnrolFrame({ student, step, children }: EnrolFrameProps) {
  const { t } = useTranslation(['enrolment', 'app']);
  const title = t('title', { name: student.fullName });
  const heading = useRef<HTMLHeadingElement>(null);
  useDocumentTitle(`${title} · ${t('app:name')}`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step starts at its heading
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [step]);
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Group gap="sm" wrap="nowrap" miw={0}>
          <LinkButton
            to="/students/$studentId"
            params={{ studentId: student.id }}
            variant="subtle"
            size="xs"
            leftSection={<IconArrowLeft data-flips size={16} aria-hidden />}
          >
            {t('back', { name: student.fullName })}
          </LinkButton>
          <Title order={1} tabIndex={-1} ref={heading} lineClamp={1}>
            {title}
          </Title>
        </Group>
        <Steps step={step} />
      </Group>
      {children}
    </Stack>
  );
}

function Steps({ step }: { step: Stage }) {
  const { t } = useTranslation('enrolment');
  return (
    <Stepper
      active={STAGES[step]}
      size="xs"
      iconSize={26}
      allowNextStepsSelect={false}
      aria-label={t('steps.label')}
      style={{ flexShrink: 0 }}
      miw={520}
    >
      <Stepper.Step label={t('steps.consent')} />
      <Stepper.Step label={t('steps.source')} />
      <Stepper.Step label={t('steps.capture')} />
      <Stepper.Step label={t('steps.approval')} />
    </Stepper>
  );
}
