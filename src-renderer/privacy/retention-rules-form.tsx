import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { Problem } from '#renderer/app/parts/problem.tsx';
import type { RetentionStatus } from '#shared/contract/privacy.contract.ts';
import { RETENTION, type RetentionRule } from '#shared/privacy/retention.ts';
import { RetentionPlanList } from './retention-plan-list.tsx';
import { RuleChoice } from './rule-choice.tsx';
import { useRetentionRules } from './use-retention.ts';

const RULES = Object.keys(RETENTION) as RetentionRule[];

/** The rules, and what they would do before they are put in force. */
export function RetentionRulesForm({ status }: { status: RetentionStatus }) {
  const { t } = useTranslation(['privacy', 'app']);
  const { rules, choose, isChanged, ahead, save, reset } = useRetentionRules(status.rules);
  return (
    <Stack gap="lg">
      {RULES.map((rule) => (
        <RuleChoice
          key={rule}
          rule={rule}
          value={rules[rule]}
          onChange={(value) => choose(rule, value)}
        />
      ))}
      <Stack component="section" gap="sm" aria-labelledby="retention-ahead" aria-live="polite">
        <Title order={3} id="retention-ahead">
          {t(isChanged ? 'retention.wouldTitle' : 'retention.aheadTitle')}
        </Title>
        {isChanged ? (
          <Loaded query={ahead}>{(plan) => <RetentionPlanList plan={plan} />}</Loaded>
        ) : (
          <RetentionPlanList plan={status.plan} inForce={status} />
        )}
        {save.error && <Problem error={save.error} />}
      </Stack>
      {isChanged && (
        <SaveBar busy={save.isPending} onSave={() => save.mutate(rules)} onCancel={reset} />
      )}
    </Stack>
  );
}

interface SaveBarProps {
  busy: boolean;
  onSave: () => void;
  onCancel: () => void;
}

/** Stays in sight, however long the list of what the rules would do. */
function SaveBar({ busy, onSave, onCancel }: SaveBarProps) {
  const { t } = useTranslation(['privacy', 'app']);
  return (
    <Paper withBorder p="sm" pos="sticky" bottom={0} style={{ zIndex: 1 }}>
      <Group justify="space-between">
        <Text size="sm">{t('retention.notYet')}</Text>
        <Group gap="sm">
          <Button variant="default" onClick={onCancel}>
            {t('app:cancel')}
          </Button>
          <Button loading={busy} onClick={onSave}>
            {t('retention.save')}
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}
