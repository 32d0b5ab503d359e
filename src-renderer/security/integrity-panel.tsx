import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import { api } from '#renderer/app/query-client.ts';
import type { rollcall } from '#renderer/app/rollcall-client.ts';
import type { ChainProblem } from '#shared/register/chain-break.ts';

type Verdict = Awaited<ReturnType<typeof rollcall.register.verify>>;

/** Checks the chain of fingerprints over all marks. */
export function IntegrityPanel() {
  const { t } = useTranslation('security');
  const check = useMutation(api.register.verify.mutationOptions());
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('integrity.about')}
      </Text>
      <Group>
        <Button
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={check.isPending}
          onClick={() => check.mutate({})}
        >
          {t('integrity.check')}
        </Button>
      </Group>
      {check.data && <VerdictAlert verdict={check.data} />}
    </Stack>
  );
}

function VerdictAlert({ verdict }: { verdict: Verdict }) {
  const { t } = useTranslation('security');
  if (verdict.kind === 'intact') {
    return (
      <Alert
        color="green"
        role="status"
        icon={<IconShieldCheck aria-hidden />}
        title={t('integrity.intact')}
      >
        {t('integrity.intactAbout', { count: verdict.events })}
      </Alert>
    );
  }
  const { seq, problem, eventId } = verdict.at;
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('integrity.broken')}
    >
      <Stack gap={4}>
        <Text size="sm">
          {t(`integrity.problem.${nameOf(problem)}`, { seq: formatNumber(seq) })}
        </Text>
        <Text size="sm">{t('integrity.brokenAbout')}</Text>
        <Text size="sm">{t('integrity.todo')}</Text>
        {eventId !== '' && <Text size="xs">{t('integrity.eventId', { id: eventId })}</Text>}
      </Stack>
    </Alert>
  );
}

const PROBLEMS: readonly ChainProblem[] = [
  'changed',
  'removed',
  'inserted',
  'reordered',
  'discarded',
];

/** The contract leaves open what else may be found one day. */
function nameOf(problem: string): ChainProblem | 'other' {
  return PROBLEMS.find((one) => one === problem) ?? 'other';
}
