/** The accounts that migrations are run with: the owner's, and those of the narrow roles whose passwords are set. */
export const urls = {
  owner: process.env.OWNER_DATABASE_URL,
  app: process.env.DATABASE_URL,
  accounts: process.env.ACCOUNTS_DATABASE_URL,
};
