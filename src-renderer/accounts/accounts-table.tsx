import { Badge, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDayTime } from '#renderer/app/format.ts';
import { RowActions } from '#renderer/app/parts/row-actions.tsx';
import { useAccount } from '#renderer/app/standing.ts';
import type { Account } from '#shared/contract/accounts.contract.ts';
import { useArchiveAccount } from './use-save-account.ts';

interface AccountsTableProps {
  accounts: readonly Account[];
  onEdit: (account: Account) => void;
}

export function AccountsTable({ accounts, onEdit }: AccountsTableProps) {
  const { t } = useTranslation(['accounts', 'app']);
  const archive = useArchiveAccount();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('list.name')}</Table.Th>
          <Table.Th>{t('list.username')}</Table.Th>
          <Table.Th>{t('list.role')}</Table.Th>
          <Table.Th>{t('list.lastSignIn')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('app:actions')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {accounts.map((account) => (
          <AccountRow
            key={account.id}
            account={account}
            onEdit={() => onEdit(account)}
            onArchive={() =>
              archive.mutate({ id: account.id, archived: account.archivedAt === null })
            }
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface AccountRowProps {
  account: Account;
  onEdit: () => void;
  onArchive: () => void;
}

function AccountRow({ account, onEdit, onArchive }: AccountRowProps) {
  const { t } = useTranslation(['accounts', 'app']);
  const me = useAccount();
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text size="sm" fw={550}>
            {account.displayName}
          </Text>
          {account.id === me.id && <Badge size="sm">{t('list.you')}</Badge>}
          {account.archivedAt !== null && (
            <Badge size="sm" variant="default">
              {t('app:archived')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>{account.username}</Table.Td>
      <Table.Td>{t(`app:role.${account.role}`)}</Table.Td>
      <Table.Td>
        {account.lastSignInAt === null ? t('list.never') : formatDayTime(account.lastSignInAt)}
      </Table.Td>
      <Table.Td>
        <RowActions
          name={account.displayName}
          archived={account.archivedAt !== null}
          onEdit={onEdit}
          onArchive={onArchive}
        />
      </Table.Td>
    </Table.Tr>
  );
}
