/** Keeps a wall's display awake, and renews the page once a day, at night, so that it runs what the server runs. */
const DAY_MS = 86_400_000;
const HOUR_OF_RENEWAL = 4;

async function stayAwake() {
  try {
    await navigator.wakeLock?.request("screen");
  } catch (problem) {
    // Devices refuse while they save energy; the display then follows its own settings.
  }
}

function untilRenewal() {
  const next = new Date();
  next.setHours(HOUR_OF_RENEWAL, 0, 0, 0);
  const wait = next.getTime() - Date.now();
  return wait > 0 ? wait : wait + DAY_MS;
}

export function startKiosk() {
  stayAwake();
  document.addEventListener("visibilitychange", () => document.hidden || stayAwake());
  setTimeout(() => location.reload(), untilRenewal());
}
