# For the `run` of each language, which says its name in $language, and stands in its own folder.

made=../target/$language
mkdir -p "$made"

# step NAME COMMAND...: one line for a step that went well, with the last line that it said; all of a failed one.
step() {
  local name="$language: $1" log="$made/step.log"
  shift
  if ! "$@" >"$log" 2>&1 </dev/null; then
    cat "$log" >&2
    printf 'conformance: FAILED at: %s\n' "$name" >&2
    exit 1
  fi
  local last
  last=$(grep -v "^[[:space:]]*$" "$log" | tail -n 1) || true
  printf '%s%s\n' "$name" "${last:+: $last}"
}

# packages: those of package-lock.json in this folder, installed where they are not.
packages() {
  need node 'Node.js 20 or later'
  need npm 'npm 10 or later'
  if ! cmp -s package-lock.json node_modules/.installed-lock; then
    step 'install' npm ci --no-audit --no-fund
    cp package-lock.json node_modules/.installed-lock
  fi
}

# need PROGRAM WHAT: fails where there is no such program.
need() {
  if ! command -v "$1" >/dev/null; then
    printf 'conformance: FAILED at: %s: %s is not installed (%s is needed)\n' "$language" "$1" "$2" >&2
    exit 1
  fi
}
