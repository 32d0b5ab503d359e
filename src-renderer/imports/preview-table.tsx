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

/** A line of text, and what a row has besides. */
const LINE_PX = 17.5;
const AROUND_PX = 10;
const COLUMNS = 6;
const ONE_LINE = { whiteSpace: 'nowrap' } as const;

interface PreviewTableProps {
  rows: readonly PreviewRow[];
  /** What stands above the class or the lesson. */
  where: string;
  wherePx?: number;
  /** How many lines of text a row has room for. */
  lines?: number;
}

/** What would become of each row; of many only those in sight are drawn. */
export function PreviewTable({ rows, where, wherePx = 130, lines = 2 }: PreviewTableProps) {
  const { t } = useTranslation('imports');
  const body = useRef<HTMLTableSectionElement>(null);
  const rowPx = lines * LINE_PX + AROUND_PX;
  const { first, last, before, after } = useRowWindow(rows.length, rowPx, body);
  return (
    <Table verticalSpacing={4} horizontalSpacing="sm" aria-rowcount={rows.length + 1}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('preview.line')}</Table.Th>
          <Table.Th style={ONE_LINE}>{t('preview.verdict')}</Table.Th>
          <Table.Th style={ONE_LINE}>{t('field.studentNumber')}</Table.Th>
          <Table.Th>{t('preview.name')}</Table.Th>
          <Table.Th>{where}</Table.Th>
          <Table.Th w="32%">{t('preview.what')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody ref={body}>
        {before > 0 && <Spacer height={before} />}
        {rows.slice(first, last + 1).map((row, index) => (
          <PreviewLine
            key={row.line}
            row={row}
            rowIndex={first + index + 2}
            looks={{ wherePx, lines, rowPx }}
          />
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
  looks: { wherePx: number; lines: number; rowPx: number };
}

function PreviewLine({ row, rowIndex, looks }: PreviewLineProps) {
  const { wherePx, lines, rowPx } = looks;
  return (
    <Table.Tr h={rowPx} aria-rowindex={rowIndex} data-verdict={row.kind}>
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
        <Lines atMost={lines}>{row.name}</Lines>
      </Table.Td>
      <Table.Td maw={wherePx} miw={wherePx * 0.9}>
        <Lines atMost={lines}>{row.where}</Lines>
      </Table.Td>
      <Table.Td maw={0}>
        <Lines atMost={lines}>{row.words}</Lines>
      </Table.Td>
    </Table.Tr>
  );
}

function Lines({ atMost, children }: { atMost: number; children: string }) {
  return (
    <Text size="sm" lineClamp={atMost} lh={1.25} title={children}>
      {children}
    </Text>
  );
}
