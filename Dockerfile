# The site as an image. See docs/PRODUCTION.md; compose.yaml puts it together with a database and TLS.

FROM node:26.10-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 NODE_OPTIONS="--no-deprecation --conditions=production"
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
# Needs neither a database nor secrets.
RUN node scripts/build.mjs && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:26.10-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data
# All that is written lies in /data; the rest may be mounted read-only.
RUN mkdir /data && chown node:node /data
COPY --from=build --chown=root:root /app/package.json /app/package-lock.json /app/next.config.mjs ./
COPY --from=build --chown=root:root /app/node_modules ./node_modules
COPY --from=build --chown=root:root /app/.next ./.next
COPY --from=build --chown=root:root /app/dist ./dist
COPY --from=build --chown=root:root /app/public ./public
COPY --from=build --chown=root:root /app/docker ./docker
# The panel shows the staff's guide from its Markdown.
COPY --from=build --chown=root:root /app/docs ./docs
# next.config.mjs names a file of it, and finds it missing even when it is built in.
COPY --from=build --chown=root:root /app/src ./src
USER node
VOLUME /data
EXPOSE 3000
# Ready means: it listens and the database answers.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "docker/healthcheck.mjs"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "--no-deprecation", "--conditions=production", "--no-parallel-scavenge", "--max-semi-space-size=8", "--heap-growing-percent=40"]
CMD ["dist/server.mjs"]
