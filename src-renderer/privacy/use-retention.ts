import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { showDone, showError } from '#renderer/app/toast.tsx';
import type { RetentionStatus } from '#shared/contract/privacy.contract.ts';
import type { RetentionRule, RetentionRules } from '#shared/privacy/retention.ts';

/** Shows what is in force now, here and where the notices are counted. */
function showStatus(status: RetentionStatus): void {
  queryClient.setQueryData(api.privacy.retention.queryKey(), status);
  void queryClient.invalidateQueries({ queryKey: api.privacy.retentionNotices.key() });
}

/** Rules as they are chosen, what they would do, and the way to put them in force. */
export function useRetentionRules(inForce: RetentionRules) {
  const { t } = useTranslation('privacy');
  const [rules, setRules] = useState(inForce);
  const isChanged = JSON.stringify(rules) !== JSON.stringify(inForce);
  const ahead = useQuery(
    api.privacy.planRetention.queryOptions({ input: rules, enabled: isChanged }),
  );
  const save = useMutation(
    api.privacy.setRetention.mutationOptions({
      onSuccess: (status) => {
        showStatus(status);
        showDone(t('retention.saved'));
      },
    }),
  );
  return {
    rules,
    choose: (rule: RetentionRule, value: number | null) => setRules({ ...rules, [rule]: value }),
    isChanged,
    ahead,
    save,
    reset: () => setRules(inForce),
  };
}

/** Keeps a student whom a rule would erase, or lets the student go after all. */
export function useKeepStudent() {
  return useMutation(
    api.privacy.keepStudent.mutationOptions({ onSuccess: showStatus, onError: showError }),
  );
}
