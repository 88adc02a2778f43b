# Takes every email and shows it on a page: for trying Suivi, never for clients.
FROM node:24.21.0-bookworm-slim
RUN npm install --global --no-fund --no-audit maildev@3.0.0
RUN mkdir /mail && chown node:node /mail
USER node
EXPOSE 1025 1080
CMD ["maildev", "--smtp", "1025", "--web", "1080", "--ip", "0.0.0.0", "--web-ip", "0.0.0.0", "--mail-directory", "/mail", "--silent"]
