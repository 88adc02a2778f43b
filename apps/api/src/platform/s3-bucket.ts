import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { Readable } from 'node:stream';
import type { Bucket } from './bucket.ts';

/** No store answers this late; without an end a request would hang its caller for ever. */
const TIMEOUT_MS = 30_000;

/** A bucket that speaks S3, at Amazon or elsewhere: `s3://key:secret@host/bucket?region=eu-west-3`, `&tls=0` on loopback. */
export function s3Bucket(url: URL): Bucket {
  const Bucket = url.pathname.slice(1);
  const client = new S3Client({
    endpoint: `${url.searchParams.get('tls') === '0' ? 'http' : 'https'}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
    forcePathStyle: true, // the stores of other makers have no address for each bucket
    // Theirs do not know Amazon's newer checksums either; our own seal tells a damaged byte.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { requestTimeout: TIMEOUT_MS, connectionTimeout: 5_000 },
    maxAttempts: 3,
  });
  return {
    async put(Key, bytes) {
      // In parts, each with its own retries, since nobody knows the length of a stream; what fails is taken back.
      await new Upload({ client, params: { Bucket, Key, Body: bytes }, queueSize: 1 }).done();
    },
    async get(Key) {
      try {
        const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket, Key }));
        return Body instanceof Readable ? { size: ContentLength, bytes: Body } : null;
      } catch (error) {
        if (error instanceof NoSuchKey || (error instanceof S3ServiceException && error.name === 'NotFound'))
          return null;
        throw error;
      }
    },
    async remove(Key) {
      await client.send(new DeleteObjectCommand({ Bucket, Key }));
    },
    async list(after, atMost) {
      const { Contents = [] } = await client.send(
        new ListObjectsV2Command({ Bucket, MaxKeys: atMost, ...(after && { StartAfter: after }) }),
      );
      return Contents.flatMap(({ Key, LastModified }) =>
        Key === undefined || LastModified === undefined ? [] : [{ key: Key, modifiedAt: LastModified }],
      );
    },
    close() {
      client.destroy();
    },
  };
}
