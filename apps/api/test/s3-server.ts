import S3rver from '@20minutes/s3rver';

/** A server on loopback that speaks S3, with one bucket in a folder; with its `OBJECTS_URL`. */
export async function startS3(directory: string): Promise<{ url: string; close(): Promise<void> }> {
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'papers', configs: [] }],
    // It reckons the signature of a list without the slash behind the bucket, which Amazon's client sends and signs.
    allowMismatchedSignatures: true,
  });
  const { port } = await server.run();
  return { url: `s3://S3RVER:S3RVER@127.0.0.1:${port}/papers?tls=0`, close: () => server.close() };
}
