# Sourced by start and test: packages for this lockfile, and a Node new enough on the path.
# Node comes with the packages (24), so any Node from 20 on can run npm here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v npm >/dev/null; then
  echo "Baraza needs Node 20 or newer with npm on the path." >&2
  exit 1
fi
if [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 20')" != true ]; then
  echo "Baraza needs Node 20 or newer, this is $(node -v)." >&2
  exit 1
fi

stamp=node_modules/.lock-stamp
# A linked folder belongs to another checkout: installing would empty it under that one's feet.
if [ ! -L node_modules ] && ! cmp -s package-lock.json "$stamp"; then
  echo "Installing packages …" >&2
  npm ci --no-audit --no-fund --loglevel=error >&2
  cp package-lock.json "$stamp"
fi

if [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 24')" != true ]; then
  PATH="$PWD/node_modules/.bin:$PATH"
fi
export PATH

build_if_changed() {
  local stamp=build/.stamp
  if [ ! -f "$stamp" ] || [ -n "$(find app public vite.config.ts package-lock.json -newer "$stamp" -print -quit 2>/dev/null)" ]; then
    echo "Building …" >&2
    local log
    log=$(mktemp)
    if ! NODE_ENV=production npm run --silent build >"$log" 2>&1; then
      cat "$log" >&2
      exit 1
    fi
    rm -f "$log"
    touch "$stamp"
  fi
}
