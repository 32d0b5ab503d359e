import { Button, Checkbox, Divider, Group, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editing } from '#renderer/app/parts/edit-modal.tsx';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { Account, IssuedPassword } from '#shared/contract/accounts.contract.ts';
import { AccountDialog } from './account-dialog.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { IssuedPasswordDialog } from './issued-password-dialog.tsx';
import { SubstitutesSection } from './substitutes-section.tsx';

/** Who may open this register. */
export function AccountsPanel() {
  const { t } = useTranslation('accounts');
  const [archived, setArchived] = useState(false);
  const [editing, setEditing] = useState<Editing<Account>>(null);
  const [issued, setIssued] = useState<IssuedPassword | null>(null);
  const query = useQuery(api.accounts.list.queryOptions());
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('list.about')}
      </Text>
      <Group justify="space-between">
        <Checkbox
          label={t('list.showArchived')}
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
        <Button
          leftSection={<IconUserPlus size={18} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {t('list.add')}
        </Button>
      </Group>
      <Loaded query={query}>
        {(accounts) => (
          <AccountsTable
            accounts={accounts.filter((one) => archived || one.archivedAt === null)}
            onEdit={setEditing}
            onIssued={setIssued}
          />
        )}
      </Loaded>
      <Divider />
      <SubstitutesSection />
      <AccountDialog editing={editing} onClose={() => setEditing(null)} onIssued={setIssued} />
      <IssuedPasswordDialog issued={issued} onClose={() => setIssued(null)} />
    </Stack>
  );
}
