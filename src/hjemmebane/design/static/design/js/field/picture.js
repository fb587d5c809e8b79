// A picture made smaller and drawn anew: where it was taken, and by which phone, is not carried on.

const LONGEST_SIDE = 1600;
const QUALITY = 0.82;
export const KIND = "image/jpeg";

export async function smaller(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, KIND, QUALITY));
  return new Uint8Array(await blob.arrayBuffer());
}
