import { Badge, Group, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#renderer/app/format.ts';
import { Loaded } from '#renderer/app/parts/loaded.tsx';
import { TableHead } from '#renderer/app/parts/table-head.tsx';
import { api } from '#renderer/app/query-client.ts';
import type { DayRange } from '#shared/contract/base.ts';
import type { Leaderboard, Place } from '#shared/contract/own-record.contract.ts';
import { Card } from './card.tsx';

/** The points of the class, where the school shows them; nothing where it does not. */
export function LeaderboardCard({ range }: { range: DayRange }) {
  const query = useQuery(api.ownRecord.leaderboard.queryOptions({ input: { range } }));
  return (
    <Loaded query={query}>
      {(board) => (board.kind === 'on' ? <Board board={board} /> : null)}
    </Loaded>
  );
}

function Board({ board }: { board: Extract<Leaderboard, { kind: 'on' }> }) {
  const { t } = useTranslation('ownRecord');
  // Names need not differ; a place in the list is what there is to tell rows apart.
  const rows = board.places.map((place, row) => ({ place, row }));
  return (
    <Card title={t('board.title', { class: board.className })}>
      <Table>
        <TableHead columns={[t('board.place'), t('board.name')]} numbers={[t('board.points')]} />
        <Table.Tbody>
          {rows.map(({ place, row }) => (
            <PlaceRow key={row} place={place} />
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed">
        {t('board.about', { count: board.students })}
      </Text>
    </Card>
  );
}

function PlaceRow({ place }: { place: Place }) {
  const { t } = useTranslation('ownRecord');
  return (
    <Table.Tr>
      <Table.Td>{formatNumber(place.place)}</Table.Td>
      <Table.Td>
        <Group gap="xs">
          <Text size="sm" fw={place.isMe ? 620 : undefined}>
            {place.name}
          </Text>
          {place.isMe && <Badge size="sm">{t('board.me')}</Badge>}
        </Group>
      </Table.Td>
      <Table.Td ta="end">{formatNumber(place.points)}</Table.Td>
    </Table.Tr>
  );
}
