import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDayTime, formatNumber } from '#renderer/app/format.ts';
import { Problem } from '#renderer/app/parts/problem.tsx';
import { FactList } from '#renderer/camera/fact-list.tsx';
import type { BackupFacts } from '#shared/contract/backup.contract.ts';
import { type Restore, type RestoreWay, useRestore } from './use-restore.ts';

interface RestoreStepsProps {
  way: RestoreWay;
  onBack: () => void;
  onDone?: () => void;
}

/** The way back to a backup: the file, its passphrase, a look at what is in it, and then the deed. */
export function RestoreSteps({ way, onBack, onDone }: RestoreStepsProps) {
  const restore = useRestore(way, onDone);
  if (restore.preview.data) {
    return <Deed way={way} restore={restore} facts={restore.preview.data} onBack={onBack} />;
  }
  return (
    <Stack>
      <FileChoice restore={restore} onBack={onBack} />
      {restore.choose.data && <PassphraseForm restore={restore} />}
    </Stack>
  );
}

function FileChoice({ restore: { choose }, onBack }: { restore: Restore; onBack: () => void }) {
  const { t } = useTranslation('backup');
  const chosen = choose.data;
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('restore.about')}
      </Text>
      {choose.isError && <Problem error={choose.error} />}
      {chosen && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('restore.chosen', { name: chosen.name, when: formatDayTime(chosen.madeAt) })}
        </Text>
      )}
      <Group justify="space-between">
        <Button variant="default" onClick={onBack}>
          {t('restore.back')}
        </Button>
        <Button
          variant={chosen ? 'default' : 'filled'}
          leftSection={<IconFolderOpen size={18} aria-hidden />}
          loading={choose.isPending}
          onClick={() => choose.mutate({})}
        >
          {t('restore.choose')}
        </Button>
      </Group>
    </Stack>
  );
}

function PassphraseForm({ restore: { preview } }: { restore: Restore }) {
  const { t } = useTranslation('backup');
  const form = useForm({
    initialValues: { passphrase: '' },
    validate: { passphrase: (value) => (value.trim() ? null : t('restore.empty')) },
  });
  return (
    <form onSubmit={form.onSubmit((values) => preview.mutate(values))}>
      <Stack>
        {preview.isError && <Problem error={preview.error} />}
        <PasswordInput
          label={t('restore.passphrase')}
          autoComplete="off"
          autoFocus
          {...form.getInputProps('passphrase')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={preview.isPending}>
            {t('restore.look')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface DeedProps extends RestoreStepsProps {
  restore: Restore;
  facts: BackupFacts;
}

function Deed({ way, restore: { apply }, facts, onBack }: DeedProps) {
  const { t } = useTranslation('backup');
  const { lastEventAt } = facts;
  return (
    <Stack>
      <FactList
        facts={[
          [t('restore.school'), facts.schoolName],
          [t('restore.madeAt'), formatDayTime(facts.madeAt)],
          [t('restore.students'), formatNumber(facts.students)],
          [t('restore.sessions'), formatNumber(facts.sessions)],
          [t('restore.events'), formatNumber(facts.events)],
          [
            t('restore.lastEvent'),
            lastEventAt === null ? t('restore.never') : formatDayTime(lastEventAt),
          ],
        ]}
      />
      <Text size="sm">{t(way === 'restore' ? 'restore.replaces' : 'restore.starts')}</Text>
      {apply.isError && <Problem error={apply.error} />}
      <Group justify="space-between">
        <Button variant="default" disabled={apply.isPending} onClick={onBack}>
          {t('restore.back')}
        </Button>
        <Button
          color={way === 'restore' ? 'red' : undefined}
          loading={apply.isPending}
          onClick={() => apply.mutate({})}
        >
          {t('restore.apply')}
        </Button>
      </Group>
    </Stack>
  );
}
