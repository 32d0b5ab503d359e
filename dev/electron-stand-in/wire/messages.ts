/** Names of the ports at both ends of one bridge; the end that makes a bridge names it. */
export type PortId = string;

/** Something sent on a channel, with the ports that travel with it. */
interface ChannelMessage {
  kind: 'message';
  channel: string;
  args: unknown[];
  ports: PortId[];
}

/** A message that went into a bridged port at the other end. */
interface PortMessage {
  kind: 'port';
  port: PortId;
  data: unknown;
  ports: PortId[];
}

interface PortClosed {
  kind: 'portClosed';
  port: PortId;
}

/** Camera (`video`) or microphone (`audio`): may the page have it, or only know of it? */
export interface PermissionQuestion {
  mediaTypes: ('video' | 'audio')[];
  checkOnly: boolean;
}

export type FromPage =
  | ChannelMessage
  | PortMessage
  | PortClosed
  | { kind: 'hello'; address: string }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'question'; id: number; question: PermissionQuestion }
  | { kind: 'windowOpen'; address: string; frameName: string; features: string }
  | { kind: 'focus' | 'blur' | 'resize' }
  | { kind: 'preloadError'; error: Error };

export type FromMain =
  | ChannelMessage
  | PortMessage
  | PortClosed
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'failure'; id: number; message: string };
