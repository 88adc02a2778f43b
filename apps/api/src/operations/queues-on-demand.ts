import type { QueueStore } from '../outbox/queue-store.ts';

/** Nest's token for it. */
export const QUEUES_ON_DEMAND = Symbol('queues on demand');

/**
 * The queue store as the API knows it: opened when somebody wants to look at it. Nothing that the API does for clients
 * waits for the queues.
 */
export type QueuesOnDemand = {
  /** @throws when the store cannot be reached; the next call tries again */
  open(): Promise<QueueStore>;
  /** Nest calls it when the application ends. */
  onModuleDestroy(): Promise<void>;
};

export function queuesOnDemand(connect: () => Promise<QueueStore>): QueuesOnDemand {
  let opening: Promise<QueueStore> | null = null;
  return {
    open() {
      opening ??= connect().catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    },
    async onModuleDestroy() {
      const store = await opening?.catch(() => null);
      await store?.close();
    },
  };
}
