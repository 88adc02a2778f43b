declare module 'heic-decode' {
  type Picture = {
    /** As its head says, before it is decoded. */
    width: number;
    height: number;
    decode(): Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
  };
  /** The pictures of a file, still closed. */
  export function all(input: { buffer: Uint8Array }): Promise<Picture[]>;
}
