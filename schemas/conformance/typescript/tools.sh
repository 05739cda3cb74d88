# The tools of package-lock.json, installed where they are not. Behind steps.sh, in this folder.

packages
export PATH="$PWD/node_modules/.bin:$PATH" REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true
