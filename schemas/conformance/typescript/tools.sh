# The tools of package-lock.json, installed where they are not. Behind steps.sh, in this folder.

need node 'Node.js 20 or later'
need npm 'npm 10 or later'
if ! cmp -s package-lock.json node_modules/.installed-lock; then
  step 'install' npm ci --no-audit --no-fund
  cp package-lock.json node_modules/.installed-lock
fi
export PATH="$PWD/node_modules/.bin:$PATH" REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
