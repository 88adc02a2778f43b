/** Several pieces of bytes as one: how the decoder and whoever asks it hand each other what they have. */
export function framed(pieces: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    pieces.flatMap((piece) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(piece.byteLength);
      return [length, piece];
    }),
  );
}

/** @throws when the last piece is not whole */
export function unframed(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = at + 4 + (at + 4 <= bytes.length ? bytes.readUInt32BE(at) : Infinity);
    if (end > bytes.length) throw new Error('A piece is not whole.');
    pieces.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return pieces;
}
