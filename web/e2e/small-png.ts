/**
 * Makes the PNG of a screenshot small: a screen has few colours, so 256 of them in a table and one byte for a pixel lose nothing that one
 * sees, and take a third of the bytes. It reads what Chromium writes (8 bits, three or four channels, not interlaced) and nothing else.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel in one number. */
  readonly colours: Uint32Array;
}

export function smallPng(png: Uint8Array): Uint8Array {
  const { width, height, colours } = pixelsOf(png);
  const table = tableOf(colours);
  const places = new Map(table.map((colour, place) => [colour, place]));
  const lines = Buffer.alloc(height * (width + 1));
  colours.forEach((colour, at) => {
    let place = places.get(colour);
    if (place === undefined) {
      place = nearest(table, colour);
      places.set(colour, place);
    }
    // Each line begins with its filter: 0, none, which is best for a table.
    lines[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, with a table.
  header.set([8, 3], 8);
  const palette = Buffer.from(table.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The most frequent colours. Where neighbours crowd, one of them stands for all: a step of 4 of 255 is not seen. */
function tableOf(colours: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const frequent = [...counts].sort(([a, n], [b, m]) => m - n || a - b).map(([colour]) => colour);
  if (frequent.length <= COLOURS) return frequent;
  const table: number[] = [];
  for (const colour of frequent) {
    if (table.length === COLOURS) break;
    if (!table.some((other) => distance(colour, other) < 3 * 4 ** 2)) table.push(colour);
  }
  return table;
}

function nearest(table: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  table.forEach((other, place) => {
    const far = distance(colour, other);
    if (far < least) [best, least] = [place, far];
  });
  return best;
}

function distance(one: number, other: number): number {
  const red = (one >> 16) - (other >> 16);
  const green = ((one >> 8) & 255) - ((other >> 8) & 255);
  const blue = (one & 255) - (other & 255);
  return red * red + green * green + blue * blue;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

// ---------------------------------------------------------------- reading

export function pixelsOf(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.length);
  const data: Buffer[] = [];
  let header: Buffer = Buffer.alloc(0);
  for (let at = SIGNATURE.length; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = content;
    if (type === 'IDAT') data.push(content);
    at += length + 12;
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits, kind, , , interlace] = header.subarray(8);
  if (bits !== 8 || (kind !== 2 && kind !== 6) || interlace !== 0)
    throw new Error('Not as Chromium writes it.');
  const channels = kind === 2 ? 3 : 4;
  const lines = unfiltered(inflateSync(Buffer.concat(data)), { stride: width * channels, channels, height });
  const colours = new Uint32Array(width * height);
  for (let pixel = 0; pixel < colours.length; pixel++) {
    const [red = 0, green = 0, blue = 0] = lines.subarray(pixel * channels, pixel * channels + 3);
    colours[pixel] = (red << 16) | (green << 8) | blue;
  }
  return { width, height, colours };
}

interface Layout {
  readonly stride: number;
  readonly channels: number;
  readonly height: number;
}

/** Takes back what each line was predicted from (PNG specification, section 9). */
function unfiltered(raw: Buffer, { stride, channels, height }: Layout): Buffer {
  const lines = Buffer.alloc(height * stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x < channels ? 0 : (lines[at - channels] ?? 0);
      const up = y === 0 ? 0 : (lines[at - stride] ?? 0);
      const corner = x < channels || y === 0 ? 0 : (lines[at - stride - channels] ?? 0);
      const value = raw[y * (stride + 1) + 1 + x] ?? 0;
      lines[at] = value + predicted(filter, left, up, corner);
    }
  }
  return lines;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return Math.floor((left + up) / 2);
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
