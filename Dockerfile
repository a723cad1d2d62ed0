# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN NODE_ENV=production npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates fuse3 \
  && rm -rf /var/lib/apt/lists/*
# The binary of LiteFS's own image; the version is the one ARCHITECTURE.md was measured with.
COPY --from=flyio/litefs:0.5.14 /usr/local/bin/litefs /usr/local/bin/litefs
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/build ./build
COPY --from=build /app/package.json ./package.json
COPY app ./app
COPY migrations ./migrations
COPY tenants-template ./tenants-template
COPY scripts ./scripts
COPY litefs.yml litefs.static.yml /etc/
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data LITEFS_DIR=/data/db
EXPOSE 3000
# LiteFS mounts /data/db and then runs the server as its child, so that both end together.
ENTRYPOINT ["litefs", "mount"]
