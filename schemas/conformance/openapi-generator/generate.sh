# For the `run` of a language whose client openapi-generator makes. PyPI has it with its jar; the npm package would fetch
# the jar from elsewhere. Sourced from a folder beside, after steps.sh.

home=$(cd ../openapi-generator && pwd)
need java 'Java 17 or later, for openapi-generator'
need python3 'Python 3.10 or later, with venv'
if ! cmp -s "$home/requirements.txt" "$home/.venv/installed.txt"; then
  rm -rf "$home/.venv"
  step 'venv' python3 -m venv "$home/.venv"
  step 'install' "$home/.venv/bin/python" -m pip install --quiet --no-input --disable-pip-version-check \
    -r "$home/requirements.txt"
  cp "$home/requirements.txt" "$home/.venv/installed.txt"
fi
generator=$(find "$home/.venv" -name openapi-generator.jar)

# generate NAME FLAG...: the client that the generator NAME makes of openapi.json, in $made/client.
generate() {
  rm -rf "$made/client"
  step 'openapi-generator' client "$@"
}

client() {
  java -jar "$generator" generate -g "$@" -i ../../openapi.json -o "$made/client" \
    --global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false
  printf '%s files\n' "$(find "$made/client" -type f | wc -l)"
}

# kinds: a message of every documented kind, as the lines of the vectors have it, in $made/kinds.jsonl.
kinds() {
  step 'a message of every kind' kinds_into "$made/kinds.jsonl"
}

kinds_into() {
  PYTHONPATH=../python PYTHONDONTWRITEBYTECODE=1 python3 "$home/kinds_as_vectors.py" >"$1"
  printf '%s messages\n' "$(wc -l <"$1")"
}
