#!/usr/bin/env bash
# Look every package of the lock up in the public lists of known holes, with pip-audit (uvx or installed).
# Exit codes: 0 none known · 1 some are known, listed · 75 nobody could be asked, nothing is known.
set -euo pipefail
cd "$(dirname "$0")/.."
LOCK=${1:-requirements.lock}
if command -v pip-audit >/dev/null; then
    audit=(pip-audit)
elif command -v uvx >/dev/null; then
    audit=(uvx pip-audit)
else
    echo "Neither pip-audit nor uvx is here: pip install pip-audit" >&2
    exit 75
fi
said=$(mktemp)
trap 'rm -f "$said"' EXIT
if "${audit[@]}" --requirement "$LOCK" --require-hashes --disable-pip --progress-spinner off >"$said" 2>&1; then
    cat "$said"
    exit 0
fi
cat "$said"
# Only a list of holes counts as an answer; all else is a source that could not be reached.
grep -Eq "Found [0-9]+ known vulnerabilit" "$said" && exit 1
echo "No source of advisories could be reached: nothing is known about $LOCK." >&2
exit 75
