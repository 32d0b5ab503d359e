import type * as Electron from 'electron';
import { NotInStandInError } from '../not-in-stand-in.ts';

/** What DevTools' `Page.printToPDF` takes; lengths in inches. */
export interface PrintParameters {
  landscape: boolean;
  printBackground: boolean;
  preferCSSPageSize: boolean;
  scale: number;
  paperWidth: number;
  paperHeight: number;
  displayHeaderFooter: boolean;
  headerTemplate?: string;
  footerTemplate?: string;
  pageRanges: string;
  generateTaggedPDF: boolean;
  generateDocumentOutline: boolean;
  marginTop?: number;
  marginBottom?: number;
  marginLeft?: number;
  marginRight?: number;
}

/** Paper sizes in inches, upright (ISO 216, ANSI/ASME Y14.1). */
const PAPER: Partial<Record<string, { width: number; height: number }>> = {
  A3: { width: 11.69, height: 16.54 },
  A4: { width: 8.27, height: 11.69 },
  A5: { width: 5.83, height: 8.27 },
  Letter: { width: 8.5, height: 11 },
  Legal: { width: 8.5, height: 14 },
};

function paperOf(size: NonNullable<Electron.PrintToPDFOptions['pageSize']>) {
  const paper = typeof size === 'string' ? PAPER[size] : size;
  if (paper === undefined) {
    throw new NotInStandInError('webContents.printToPDF', `paper ${String(size)}`);
  }
  return paper;
}

function marginsOf(margins: Electron.PrintToPDFMargins | undefined): Partial<PrintParameters> {
  const { top, bottom, left, right } = margins ?? {};
  return {
    ...(top === undefined ? {} : { marginTop: top }),
    ...(bottom === undefined ? {} : { marginBottom: bottom }),
    ...(left === undefined ? {} : { marginLeft: left }),
    ...(right === undefined ? {} : { marginRight: right }),
  };
}

/** Electron's options in the words of DevTools, with Electron's defaults. */
export function printParameters(options: Electron.PrintToPDFOptions): PrintParameters {
  const { width, height } = paperOf(options.pageSize ?? 'Letter');
  const { headerTemplate, footerTemplate } = options;
  return {
    landscape: options.landscape ?? false,
    printBackground: options.printBackground ?? false,
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    scale: options.scale ?? 1,
    paperWidth: width,
    paperHeight: height,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    ...(headerTemplate === undefined ? {} : { headerTemplate }),
    ...(footerTemplate === undefined ? {} : { footerTemplate }),
    pageRanges: options.pageRanges ?? '',
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
    ...marginsOf(options.margins),
  };
}
