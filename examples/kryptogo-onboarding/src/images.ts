import { existsSync, mkdtempSync, openAsBlob, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";

/** Pictures that one verification needs. */
export interface Pictures {
  readonly id_image: Blob;
  readonly id_back_image: Blob | undefined;
  readonly face_image: Blob;
}

const sides = ["front", "back", "face"] as const;

/** Opens a customer's pictures; the files are read when they are sent, not before. */
export async function openPictures(folder: string, reference: string): Promise<Pictures> {
  const find = (side: string): string | undefined =>
    ["png", "jpg", "jpeg"]
      .map((ending) => join(folder, `${reference}-${side}.${ending}`))
      .find((file) => existsSync(file));
  const [front, back, face] = sides.map(find);
  if (front === undefined || face === undefined)
    throw new Error(`${folder} holds no ${reference}-front and ${reference}-face.`);
  return {
    id_image: await openAsBlob(front),
    id_back_image: back === undefined ? undefined : await openAsBlob(back),
    face_image: await openAsBlob(face),
  };
}

/** Draws a card and a face of nobody as PNG files into a folder of their own, and says where. */
export function drawPictures(references: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "kryptogo-onboarding-"));
  for (const reference of references)
    for (const side of sides) writeFileSync(join(folder, `${reference}-${side}.png`), png(480, 320, shade(side)));
  return folder;
}

type Shade = (x: number, y: number) => readonly [number, number, number];

function shade(side: (typeof sides)[number]): Shade {
  if (side === "face")
    return (x, y) => ((x - 240) ** 2 / 1.2 + (y - 160) ** 2 < 14_000 ? [222, 184, 150] : [90, 110, 140]);
  const photo = side === "front";
  return (x, y) => {
    if (photo && x > 30 && x < 150 && y > 70 && y < 230) return [120, 130, 150];
    return y % 40 > 30 && x > 180 && x < 440 ? [60, 60, 60] : [236, 240, 226];
  };
}

/** A PNG of 8-bit colours, without a library. */
function png(width: number, height: number, colour: Shade): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set(colour(x, y), y * (1 + width * 3) + 1 + x * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}
