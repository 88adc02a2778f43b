import { PrismaPg } from '@prisma/adapter-pg';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { SteadyClient } from './steady-client.ts';

export type PrismaAsAgency = {
  /** Like `database.asAgency`, with Prisma's client: the agency is set in the same transaction as the queries. */
  asAgency<T>(agencyId: string, work: (prisma: Prisma.TransactionClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** Opens Prisma at its first use: many a process never needs it. */
export function openPrisma(options: { url: string; applicationName: string; queryTimeoutMs: number }): PrismaAsAgency {
  let opening: Promise<PrismaClient> | null = null;
  const open = async () => {
    const { PrismaClient } = await import('./generated/client.ts');
    const adapter = new PrismaPg({
      Client: SteadyClient,
      connectionString: options.url,
      max: 2,
      application_name: `${options.applicationName} (prisma)`,
      query_timeout: options.queryTimeoutMs,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      idle_in_transaction_session_timeout: 30_000,
    });
    return new PrismaClient({ adapter });
  };
  return {
    async asAgency(agencyId, work) {
      const prisma = await (opening ??= open());
      return prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.agency', ${agencyId}, true)`;
        return work(tx);
      });
    },
    async close() {
      if (opening) await (await opening).$disconnect();
    },
  };
}
