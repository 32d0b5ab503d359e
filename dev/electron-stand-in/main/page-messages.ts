import type * as Electron from 'electron';
import { assertNever } from '#shared/assert-never.ts';
import { unlessGone } from '../browser/gone.ts';
import type { FromPage } from '../wire/messages.ts';
import type { DocumentConnection, PageMessage } from './document-connection.ts';
import { ipcMain } from './ipc-main.ts';
import { settleMedia } from './permissions.ts';
import { preventable } from './prevent-default.ts';
import { browserHost } from './runtime.ts';
import type { StandInWebContents } from './web-contents.ts';
import { frameOf, StandInWebFrame } from './web-frame.ts';

type Message<K extends FromPage['kind']> = Extract<FromPage, { kind: K }>;

const frames = new WeakMap<DocumentConnection, StandInWebFrame>();

function toApp(pageAddress: string): string {
  return browserHost().server.addresses.toApp(pageAddress);
}

function originOf(address: string): string {
  const url = URL.parse(address);
  return url === null || url.host === '' ? 'null' : `${url.protocol}//${url.host}`;
}

/**
 * A document has connected. Where it is from is the browser's word, not the document's; an address
 * that does not fit it is not taken.
 */
function meetDocument(
  contents: StandInWebContents,
  connection: DocumentConnection,
  pageAddress: string,
): void {
  const address = toApp(pageAddress);
  if (originOf(address) !== connection.origin) {
    connection.close();
    return;
  }
  if (contents.frame.connection !== null || contents.frame.url !== address) {
    contents.frame = new StandInWebFrame(address, contents.frame.routingId + 1);
    contents.frame.isAhead = true;
  }
  const { frame } = contents;
  frame.connection = connection;
  frames.set(connection, frame);
  connection.onClose(() => {
    frame.connection = null;
  });
}

function senderFields(contents: StandInWebContents, frame: StandInWebFrame) {
  return {
    type: 'frame' as const,
    sender: contents.outer,
    senderFrame: frameOf(frame),
    frameId: frame.routingId,
    processId: frame.processId,
  };
}

function deliverMessage(
  contents: StandInWebContents,
  frame: StandInWebFrame,
  connection: DocumentConnection,
  { channel, args, ports }: Message<'message'>,
): void {
  const event = {
    ...preventable({}),
    ...senderFields(contents, frame),
    ports: ports.map((id) => connection.importPort(id)),
    reply: (replyChannel: string, ...replyArgs: unknown[]) =>
      connection.send({ kind: 'message', channel: replyChannel, args: replyArgs, ports: [] }),
  };
  ipcMain.emit(channel, event, ...args);
}

async function answerInvoke(
  contents: StandInWebContents,
  frame: StandInWebFrame,
  connection: DocumentConnection,
  { id, channel, args }: Message<'invoke'>,
): Promise<void> {
  const event = { ...preventable({}), ...senderFields(contents, frame) };
  try {
    const value = await ipcMain.answer(channel, event as Electron.IpcMainInvokeEvent, args);
    connection.send({ kind: 'result', id, value });
  } catch (cause) {
    console.error(`Error occurred in handler for '${channel}':`, cause);
    connection.send({ kind: 'failure', id, message: String(cause) });
  }
}

async function answerQuestion(
  contents: StandInWebContents,
  frame: StandInWebFrame,
  connection: DocumentConnection,
  { id, question }: Message<'question'>,
): Promise<void> {
  const { url: address, origin } = frame;
  await settleMedia(question, { contents: contents.outer, address, origin });
  connection.send({ kind: 'result', id, value: true });
}

/** Does what a document's message asks for. */
export function receiveFromPage(
  contents: StandInWebContents,
  connection: DocumentConnection,
  message: PageMessage,
): void {
  if (message.kind === 'hello') {
    meetDocument(contents, connection, message.address);
    return;
  }
  const frame = frames.get(connection);
  if (frame !== undefined) obey(contents, frame, connection, message);
}

function obey(
  contents: StandInWebContents,
  frame: StandInWebFrame,
  connection: DocumentConnection,
  message: Exclude<PageMessage, { kind: 'hello' }>,
): void {
  switch (message.kind) {
    case 'message':
      deliverMessage(contents, frame, connection, message);
      break;
    case 'invoke':
      unlessGone(answerInvoke(contents, frame, connection, message));
      break;
    case 'question':
      unlessGone(answerQuestion(contents, frame, connection, message));
      break;
    case 'windowOpen':
      contents.refuseWindow(toApp(message.address), message.frameName, message.features);
      break;
    case 'focus':
    case 'blur':
      contents.owner.focusChanged(message.kind === 'focus');
      break;
    case 'resize':
      contents.owner.resized();
      break;
    case 'preloadError':
      contents.emit('preload-error', preventable({}), '', message.error);
      break;
    default:
      assertNever(message);
  }
}
