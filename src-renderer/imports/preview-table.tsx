import { Table, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRowWindow } from '#renderer/app/parts/use-row-window.ts';
import { VerdictBadge, type VerdictKind } from './verdict-badge.tsx';

/** A row of the file as the preview shows it. */
export interface PreviewRow {
  /** The row of the file, and the column where that counts. */
  line: string;
  kind: VerdictKind;
  number: string;
  name: string;
  /** The class, or the lesson. */
  where: string;
  /** What happens, or what is wrong. */
  words: string;
}

const ROW_PX = 45;
const COLUMNS = 6;
const ONE_LINE = { whiteSpace: 'nowrap' } as const;

interface PreviewTableProps {
  rows: readonly PreviewRow[];
  /** What stands above the class or the lesson. */
  where: string;
  wherePx?: number;
}

/** What would become of each row; of many only those in sight are drawn. */
export function PreviewTable({ rows, where, wherePx = 130 }: PreviewTableProps) {
  const { t } = useTranslation('imports');
  const body = useRef<HTMLTableSectionElement>(null);
  const { first, last, before, after } = useRowWindow(rows.length, ROW_PX, body);
  return (
    <Table verticalSpacing={4} horizontalSpacing="sm" aria-rowcount={rows.length + 1}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('preview.line')}</Table.Th>
          <Table.Th style={ONE_LINE}>{t('preview.verdict')}</Table.Th>
          <Table.Th style={ONE_LINE}>{t('field.studentNumber')}</Table.Th>
          <Table.Th>{t('preview.name')}</Table.Th>
          <Table.Th>{where}</Table.Th>
          <Table.Th w="40%">{t('preview.what')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body}>
        {before > 0 && <Spacer height={before} />}
        {rows.slice(first, last + 1).map((row, index) => (
          <PreviewLine key={row.line} row={row} rowIndex={first + index + 2} wherePx={wherePx} />
        ))}
        {after > 0 && <Spacer height={after} />}
      </Table.Tbody>
    </Table>
  );
}

function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden>
      <td colSpan={COLUMNS} style={{ height, padding: 0 }} />
    </tr>
  );
}

interface PreviewLineProps {
  row: PreviewRow;
  rowIndex: number;
  wherePx: number;
}

function PreviewLine({ row, rowIndex, wherePx }: PreviewLineProps) {
  return (
    <Table.Tr h={ROW_PX} aria-rowindex={rowIndex} data-verdict={row.kind}>
      <Table.Td data-figures>{row.line}</Table.Td>
      <Table.Td>
        <VerdictBadge kind={row.kind} />
      </Table.Td>
      <Table.Td maw={130} style={ONE_LINE}>
        <Text size="sm" truncate title={row.number}>
          {row.number}
        </Text>
      </Table.Td>
      <Table.Td maw={220}>
        <TwoLines>{row.name}</TwoLines>
      </Table.Td>
      <Table.Td maw={wherePx} miw={wherePx * 0.6}>
        <TwoLines>{row.where}</TwoLines>
      </Table.Td>
      <Table.Td maw={0}>
        <TwoLines>{row.words}</TwoLines>
      </Table.Td>
    </Table.Tr>
  );
}

/** As many lines as a row has room for. */
function TwoLines({ children }: { children: string }) {
  return (
    <Text size="sm" lineClamp={2} lh={1.25} title={children}>
      {children}
    </Text>
  );
}
