import type { Picture } from '../../../src/export';
import { EXPORTED, told } from '../../../src/limits';

/** So many pixels for one length of the drawing: sharp on screens of today. */
const SCALE = 2;

/** The address of a picture, as an image shows it. */
export function pictureAddress(text: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

/** Why a picture cannot be one of pixels; null if it can. */
export function tooHigh({ height }: Picture): string | null {
  if (height <= EXPORTED.pictureHeight.value) return null;
  const size = Math.round(height).toLocaleString('en');
  return `It would be ${size} high, and a PNG can be ${told(EXPORTED.pictureHeight)}. Choose fewer events, or SVG.`;
}

/** Draws a picture as PNG with twice as many pixels. Rejects where the browser cannot. */
export async function drawPng({ text, width, height }: Picture): Promise<Blob> {
  const image = new Image(width, height);
  image.src = pictureAddress(text);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil(height * SCALE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('The browser draws no picture.');
  context.scale(SCALE, SCALE);
  context.drawImage(image, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The browser drew no picture.');
  return blob;
}
