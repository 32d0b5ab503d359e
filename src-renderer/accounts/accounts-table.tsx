import { Badge, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDayTime } from '#renderer/app/format.ts';
import type { Column } from '#renderer/app/parts/data-table/column.ts';
import { ColumnsMenu } from '#renderer/app/parts/data-table/columns-menu.tsx';
import { DataTable } from '#renderer/app/parts/data-table/data-table.tsx';
import { useShownColumns } from '#renderer/app/parts/data-table/use-shown-columns.ts';
import { useSorted } from '#renderer/app/parts/data-table/use-sorted.ts';
import { RowActions } from '#renderer/app/parts/row-actions.tsx';
import { useAccount } from '#renderer/app/standing.ts';
import type { Account, IssuedPassword } from '#shared/contract/accounts.contract.ts';
import { searchKey, searchWords } from '#shared/people/search-key.ts';
import { ResetPasswordButton } from './reset-password-button.tsx';
import { useArchiveAccount } from './use-save-account.ts';

interface AccountsTableProps {
  accounts: readonly Account[];
  onEdit: (account: Account) => void;
  onIssued: (issued: IssuedPassword) => void;
}

const BY_NAME = { column: 'name', descending: false };

/** The accounts with every word in name or user name. */
function withWords(accounts: readonly Account[], search: string): readonly Account[] {
  const words = searchWords(search);
  return accounts.filter(({ displayName, username }) =>
    words.every((word) => searchKey(`${displayName} ${username}`).includes(word)),
  );
}

function useAccountColumns({ onEdit, onIssued }: Omit<AccountsTableProps, 'accounts'>) {
  const { t } = useTranslation(['accounts', 'app']);
  return useMemo(
    (): Column<Account>[] => [
      {
        name: 'name',
        label: t('list.name'),
        cell: (account) => <AccountName account={account} />,
        by: ({ displayName }) => displayName,
        fixed: true,
      },
      {
        name: 'username',
        label: t('list.username'),
        cell: ({ username }) => username,
        by: ({ username }) => username,
      },
      {
        name: 'role',
        label: t('list.role'),
        cell: ({ role }) => t(`app:role.${role}`),
        by: ({ role }) => t(`app:role.${role}`),
      },
      {
        name: 'lastSignIn',
        label: t('list.lastSignIn'),
        cell: ({ lastSignInAt }) =>
          lastSignInAt === null ? t('list.never') : formatDayTime(lastSignInAt),
        by: ({ lastSignInAt }) => lastSignInAt,
      },
      {
        name: 'actions',
        label: t('app:actions'),
        cell: (account) => (
          <AccountActions account={account} onEdit={() => onEdit(account)} onIssued={onIssued} />
        ),
        fixed: true,
      },
    ],
    [t, onEdit, onIssued],
  );
}

export function AccountsTable({ accounts, ...doing }: AccountsTableProps) {
  const { t } = useTranslation('accounts');
  const [search, setSearch] = useState('');
  const all = useAccountColumns(doing);
  const columns = useShownColumns('accounts', all);
  const found = useMemo(() => withWords(accounts, search), [accounts, search]);
  const { rows, sort, onSort } = useSorted(found, all, BY_NAME);
  return (
    <Stack gap="sm">
      <Group justify="space-between" role="search">
        <TextInput
          w={280}
          aria-label={t('list.search')}
          placeholder={t('list.search')}
          leftSection={<IconSearch size={18} aria-hidden />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <ColumnsMenu columns={columns} />
      </Group>
      {rows.length > 0 ? (
        <DataTable
          columns={columns.shown}
          rows={rows}
          idOf={({ id }) => id}
          sort={sort}
          onSort={onSort}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('list.nobody')}
        </Text>
      )}
    </Stack>
  );
}

function AccountName({ account }: { account: Account }) {
  const { t } = useTranslation(['accounts', 'app']);
  const me = useAccount();
  return (
    <Group gap="xs" wrap="nowrap">
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
  );
}

interface AccountActionsProps {
  account: Account;
  onEdit: () => void;
  onIssued: (issued: IssuedPassword) => void;
}

function AccountActions({ account, onEdit, onIssued }: AccountActionsProps) {
  const me = useAccount();
  const archive = useArchiveAccount();
  const archived = account.archivedAt !== null;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {account.id !== me.id && <ResetPasswordButton account={account} onIssued={onIssued} />}
      <RowActions
        name={account.displayName}
        archived={archived}
        onEdit={account.role === 'student' ? null : onEdit}
        onArchive={() => archive.mutate({ id: account.id, archived: !archived })}
      />
    </Group>
  );
}
