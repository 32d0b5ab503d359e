/** Why there is no picture at all. Each has its own words and way out. */
export type CameraFaultKind = 'noCamera' | 'denied' | 'inUse' | 'unplugged' | 'failed';

export interface CameraFault {
  kind: CameraFaultKind;
  /** What the browser said, for whoever looks into it; empty if nothing. */
  detail: string;
}

/** By the names of https://www.w3.org/TR/mediacapture-streams/#dom-mediadevices-getusermedia */
const KIND_BY_NAME: Readonly<Record<string, CameraFaultKind>> = {
  NotFoundError: 'noCamera',
  OverconstrainedError: 'noCamera',
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotReadableError: 'inUse',
  AbortError: 'inUse',
};

/** What a rejected `getUserMedia` means for the person in front of the screen. */
export function classifyCameraError(error: unknown): CameraFault {
  if (!(error instanceof Error)) return { kind: 'failed', detail: String(error) };
  const kind = KIND_BY_NAME[error.name] ?? 'failed';
  return { kind, detail: error.message ? `${error.name}: ${error.message}` : error.name };
}

/** The faults that may go away while the window is elsewhere, such as in the system's settings. */
export function mayHavePassed(fault: CameraFault): boolean {
  return fault.kind === 'denied' || fault.kind === 'inUse' || fault.kind === 'failed';
}

export type HostSystem = 'windows' | 'mac' | 'linux';

/** The operating system that the words should speak of. */
export function hostSystem(userAgent: string): HostSystem {
  if (/Windows/i.test(userAgent)) return 'windows';
  return /Mac OS|Macintosh/i.test(userAgent) ? 'mac' : 'linux';
}
