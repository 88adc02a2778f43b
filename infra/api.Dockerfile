# API, worker and migrations: one image, three commands (see docker-compose.yml).
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /suivi
ENV CI=1 CHECKPOINT_DISABLE=1 TURBO_TELEMETRY_DISABLED=1
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml turbo.json tsconfig.base.json ./
COPY packages packages
COPY apps/api apps/api
RUN npx --yes "$(node -p 'require("./package.json").packageManager')" install --frozen-lockfile --filter @suivi/api... --filter .
RUN npx turbo run build --filter=@suivi/api
# The packages of production only, in place of those that built it.
RUN rm -rf node_modules packages/*/node_modules apps/api/node_modules \
  && npx --yes "$(node -p 'require("./package.json").packageManager')" install --prod --frozen-lockfile --filter @suivi/api...

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /suivi/apps/api
COPY --from=build --chown=root:root /suivi /suivi
# Where documents lie, sealed; docker-compose.yml puts a volume there.
RUN mkdir /objects && chown node:node /objects
# Writes nothing into its image and runs as nobody in particular.
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/main.http.js"]
