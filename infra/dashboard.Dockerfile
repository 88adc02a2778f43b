# The dashboard as files, with the API behind the same origin.
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /suivi
ENV CI=1 TURBO_TELEMETRY_DISABLED=1
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml turbo.json tsconfig.base.json ./
COPY packages packages
COPY apps/dashboard apps/dashboard
RUN npx --yes "$(node -p 'require("./package.json").packageManager')" install --frozen-lockfile --filter @suivi/dashboard... --filter .
RUN npx turbo run build --filter=@suivi/dashboard

FROM nginxinc/nginx-unprivileged:1.28-bookworm
COPY infra/dashboard.nginx.conf /etc/nginx/conf.d/default.conf
COPY --from=build /suivi/apps/dashboard/dist /usr/share/nginx/html
EXPOSE 8080
