import { Button, Group, Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#renderer/app/parts/confirm-dialog.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { StatusBadge } from '#renderer/register/status-badge.tsx';
import type { RosterEntry, SessionDetail, Status } from '#shared/contract/register.contract.ts';
import { useChangeStatus } from './use-change-status.ts';

interface ChangeStatusProps {
  session: SessionDetail;
  entry: RosterEntry;
}

/** Chooses another status, says why, or takes the mark back. */
export function ChangeStatus({ session, entry }: ChangeStatusProps) {
  const { t } = useTranslation('history');
  const { form, change, takeBack, error, needsReason } = useChangeStatus(session, entry);
  return (
    <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
      <Stack>
        {error && <Problem error={error} />}
        <Radio.Group label={t('cell.newStatus')} {...form.getInputProps('code')}>
          <Stack gap="xs" mt="xs">
            {session.statuses.map((status) => (
              <StatusRadio key={status.code} status={status} />
            ))}
          </Stack>
        </Radio.Group>
        {needsReason && (
          <Textarea
            label={t('cell.reasonLabel')}
            description={t('cell.reasonHint')}
            autosize
            minRows={2}
            maxLength={300}
            withAsterisk
            {...form.getInputProps('reason')}
          />
        )}
        <Group>
          <Button
            type="submit"
            loading={change.isPending}
            disabled={form.values.code === (entry.mark?.code ?? null)}
          >
            {t('cell.submit')}
          </Button>
          {entry.mark && (
            <Button variant="light" color="red" loading={takeBack.busy} onClick={takeBack.ask}>
              {t('cell.unmark')}
            </Button>
          )}
        </Group>
        <TakeBackDialog name={entry.fullName} takeBack={takeBack} />
      </Stack>
    </form>
  );
}

interface TakeBackDialogProps {
  name: string;
  takeBack: ReturnType<typeof useChangeStatus>['takeBack'];
}

function TakeBackDialog({ name, takeBack }: TakeBackDialogProps) {
  const { t } = useTranslation('history');
  return (
    <ConfirmDialog
      opened={takeBack.opened}
      onClose={takeBack.close}
      title={t('cell.unmarkTitle')}
      confirm={t('cell.unmark')}
      danger
      busy={takeBack.busy}
      onConfirm={takeBack.confirm}
    >
      {t('cell.unmarkAbout', { name })}
    </ConfirmDialog>
  );
}

function StatusRadio({ status }: { status: Status }) {
  return <Radio value={status.code} label={<StatusBadge status={status} size="sm" withLabel />} />;
}
