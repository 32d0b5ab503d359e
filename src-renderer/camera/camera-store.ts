import { create } from 'zustand';
import { api, queryClient } from '#renderer/app/query-client.ts';
import { type CameraDevice, cameraConstraints, findAgain } from './camera-device.ts';
import { type CameraFault, classifyCameraError, mayHavePassed } from './camera-fault.ts';

export type CameraState =
  | { kind: 'off' }
  | { kind: 'starting' }
  | { kind: 'live'; stream: MediaStream; track: MediaStreamTrack; device: CameraDevice }
  /** `lost` is the camera that stopped while it was on and is waited for. */
  | { kind: 'trouble'; fault: CameraFault; lost: CameraDevice | null };

/** The one owner of the camera's stream. */
export const useCameraStore = create<{ camera: CameraState }>(() => ({ camera: { kind: 'off' } }));

let holders = 0;
/** Counts the attempts to open, so that an answer that comes late is let go. */
let attempt = 0;

function setCamera(camera: CameraState): void {
  useCameraStore.setState({ camera });
}

function getCamera(): CameraState {
  return useCameraStore.getState().camera;
}

/**
 * Keeps the camera on until the function it returns is called; it goes off when nobody holds
 * it any more.
 */
export function holdCamera(): () => void {
  holders += 1;
  if (holders === 1) {
    watch();
    void openPreferred();
  }
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    holders -= 1;
    if (holders === 0) close();
  };
}

/** Opens the camera that the preferences name now, if anybody holds it. */
export function reopenCamera(): void {
  if (holders > 0) void openPreferred();
}

/** Tries once more after trouble. */
export async function openPreferred(): Promise<void> {
  const turn = ++attempt;
  setCamera({ kind: 'starting' });
  try {
    const { cameraId } = await queryClient.ensureQueryData(api.settings.device.queryOptions());
    if (turn === attempt) await open(cameraId);
  } catch (error) {
    if (turn === attempt) fail(classifyCameraError(error));
  }
}

async function open(cameraId: string | null): Promise<void> {
  const turn = ++attempt;
  stopStream();
  setCamera({ kind: 'starting' });
  try {
    const stream = await navigator.mediaDevices.getUserMedia(cameraConstraints(cameraId));
    if (turn === attempt) adopt(stream);
    else stop(stream);
  } catch (error) {
    if (turn === attempt) fail(classifyCameraError(error));
  }
}

function adopt(stream: MediaStream): void {
  const [track] = stream.getVideoTracks();
  if (!track) {
    fail({ kind: 'failed', detail: 'The stream has no video track.' });
    return;
  }
  const device = { deviceId: track.getSettings().deviceId ?? '', label: track.label };
  track.addEventListener('ended', () => void lose(track, device));
  setCamera({ kind: 'live', stream, track, device });
}

/**
 * The browser ends a track when its camera is gone; stopping one ourselves raises no event. A
 * camera that stopped but is attached was taken by another program, or is back already, as after
 * the laptop slept: opening it tells.
 */
async function lose(track: MediaStreamTrack, device: CameraDevice): Promise<void> {
  const camera = getCamera();
  if (camera.kind !== 'live' || camera.track !== track) return;
  stop(camera.stream);
  fail({ kind: 'unplugged', detail: device.label }, device);
  const away = getCamera();
  const back = findAgain(device, await attachedCameras());
  if (getCamera() === away && back) await open(back.deviceId);
}

function fail(fault: CameraFault, lost: CameraDevice | null = null): void {
  setCamera({ kind: 'trouble', fault, lost });
}

function close(): void {
  attempt += 1;
  unwatch();
  stopStream();
  setCamera({ kind: 'off' });
}

function stopStream(): void {
  const camera = getCamera();
  if (camera.kind === 'live') stop(camera.stream);
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The cameras attached at this moment. */
export async function attachedCameras(): Promise<CameraDevice[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

async function resume(): Promise<void> {
  const camera = getCamera();
  if (camera.kind !== 'trouble') return;
  const { fault, lost } = camera;
  if (!lost && mayHavePassed(fault)) return openPreferred();
  const attached = await attachedCameras();
  if (getCamera() !== camera) return;
  if (!lost) return attached.length > 0 ? openPreferred() : undefined;
  const back = findAgain(lost, attached);
  if (back) await open(back.deviceId);
  else if (fault.kind !== 'unplugged') fail({ kind: 'unplugged', detail: lost.label }, lost);
}

const onDeviceChange = () => void resume();

const onFocus = () => {
  const camera = getCamera();
  if (camera.kind === 'trouble' && mayHavePassed(camera.fault)) void openPreferred();
};

function watch(): void {
  navigator.mediaDevices.addEventListener('devicechange', onDeviceChange);
  window.addEventListener('focus', onFocus);
}

function unwatch(): void {
  navigator.mediaDevices.removeEventListener('devicechange', onDeviceChange);
  window.removeEventListener('focus', onFocus);
}
