import { Alert, Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisionStore } from '#renderer/camera/vision-store.ts';
import type { Student } from '#shared/contract/people.contract.ts';
import { type Approval, approvalOfPhotos, approvalOfViews } from './approval.ts';
import classes from './approval-step.module.css';
import { ApprovalView } from './approval-view.tsx';
import { goTo, useCaptureStore } from './capture-store.ts';
import { DuplicateDialog } from './duplicate-dialog.tsx';
import { useEnrolment } from './use-enrolment.ts';

function useApproval(): Approval {
  const source = useCaptureStore((state) => state.source);
  const plan = useCaptureStore((state) => state.plan);
  const views = useCaptureStore((state) => state.views);
  const photos = useCaptureStore((state) => state.photos);
  return useMemo(
    () => (source === 'camera' ? approvalOfViews(plan, views) : approvalOfPhotos(photos)),
    [source, plan, views, photos],
  );
}

/** All views at once, each of which can be taken again, before anything is stored. */
export function ApprovalStep({ student }: { student: Student }) {
  const { t } = useTranslation('enrolment');
  const { items, templates, problem } = useApproval();
  const fromFiles = useCaptureStore((state) => state.source === 'file');
  const modelId = useVisionStore(({ vision }) =>
    vision.kind === 'ready' ? vision.info.modelId : null,
  );
  const enrolment = useEnrolment();
  const { fullName: name, id: studentId } = student;
  const odd = items.some((item) => item.odd);
  const [sure, setSure] = useState(false);
  const accept = (reason?: string) => {
    if (modelId !== null) enrolment.save({ studentId, modelId, templates, reason });
  };
  return (
    <Stack>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2}>{t('approval.title', { name })}</Title>
          <Text size="sm" c="dimmed">
            {t('approval.about')}
          </Text>
        </div>
        <Group wrap="nowrap">
          {problem && (
            <Text size="sm" c="var(--mantine-color-error)" role="status">
              {t(`approval.problem.${problem}`)}
            </Text>
          )}
          {fromFiles && (
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => goTo('files')}
            >
              {t('approval.addMore')}
            </Button>
          )}
          <Button
            leftSection={<IconCheck size={18} aria-hidden />}
            disabled={problem !== null || modelId === null || (odd && !sure)}
            loading={enrolment.saving}
            onClick={() => accept()}
          >
            {t('approval.accept', { name })}
          </Button>
        </Group>
      </Group>
      {odd && <OddWarning name={name} sure={sure} onSure={setSure} />}
      <ul className={classes.views}>
        {items.map((item) => (
          <ApprovalView key={item.key} item={item} />
        ))}
      </ul>
      {enrolment.duplicate && (
        <DuplicateDialog
          duplicate={enrolment.duplicate}
          busy={enrolment.saving}
          onOverride={accept}
          onClose={enrolment.letDuplicateBe}
        />
      )}
    </Stack>
  );
}

interface OddWarningProps {
  name: string;
  sure: boolean;
  onSure: (sure: boolean) => void;
}

/** A view of somebody else among a student's would let that person be marked in their name. */
function OddWarning({ name, sure, onSure }: OddWarningProps) {
  const { t } = useTranslation('enrolment');
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Group justify="space-between">
        {t('approval.oddWarning', { name })}
        <Checkbox
          checked={sure}
          label={t('approval.sure', { name })}
          onChange={(event) => onSure(event.currentTarget.checked)}
        />
      </Group>
    </Alert>
  );
}
