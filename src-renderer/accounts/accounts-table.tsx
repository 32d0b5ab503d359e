import { Badge, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDayTime } from '#renderer/app/format.ts';
import { RowActions } from '#renderer/app/parts/row-actions.tsx';
import { useAccount } from '#renderer/app/standing.ts';
import type { Account, IssuedPassword } from '#shared/contract/accounts.contract.ts';
import { ResetPasswordButton } from './reset-password-button.tsx';
import { useArchiveAccount } from './use-save-account.ts';

interface AccountsTableProps {
  accounts: readonly Account[];
  onEdit: (account: Account) => void;
  onIssued: (issued: IssuedPassword) => void;
}

export function AccountsTable({ accounts, onEdit, onIssued }: AccountsTableProps) {
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
            onIssued={onIssued}
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
  onIssued: (issued: IssuedPassword) => void;
  onArchive: () => void;
}

function AccountRow({ account, onEdit, onIssued, onArchive }: AccountRowProps) {
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
          {account.mustChangePassword && account.archivedAt === null && (
            <Badge size="sm" variant="default">
              {t('list.temporary')}
            </Badge>
          )}
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
        <Group gap={4} justify="flex-end" wrap="nowrap">
          {account.id !== me.id && <ResetPasswordButton account={account} onIssued={onIssued} />}
          <RowActions
            name={account.displayName}
            archived={account.archivedAt !== null}
            onEdit={account.role === 'student' ? null : onEdit}
            onArchive={onArchive}
          />
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
