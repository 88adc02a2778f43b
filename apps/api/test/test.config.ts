/** TEST_REDIS_URL: a Redis that tests may use. Without it what runs on Redis is left out, and said to be. */
export const testRedisUrl = process.env.TEST_REDIS_URL;
