/**
 * One animation frame for all charts: each is painted once however often it changed, with what it knows then. When painting has
 * taken a few milliseconds the rest waits for the next frame, so that no number of charts makes a long task. It knows no canvas.
 */
export interface Painted {
  paint(): void;
}

/** Leaves a frame of 16 ms room for the browser's own work. */
const BUDGET = 10;

const waiting = new Set<Painted>();
let frame = 0;

export function paintSoon(chart: Painted): void {
  waiting.add(chart);
  if (frame === 0) frame = requestAnimationFrame(paintWaiting);
}

/** A chart that left the page. */
export function paintNever(chart: Painted): void {
  waiting.delete(chart);
}

function paintWaiting(): void {
  frame = 0;
  const end = performance.now() + BUDGET;
  for (const chart of waiting) {
    waiting.delete(chart);
    chart.paint();
    if (performance.now() > end) break;
  }
  if (waiting.size > 0 && frame === 0) frame = requestAnimationFrame(paintWaiting);
}
