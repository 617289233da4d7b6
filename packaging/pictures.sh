#!/usr/bin/env bash
# Makes the pictures the documents show, and docs/tour.md. Usage: pictures.sh FROM (after `kiosk tour --out FROM`)
set -euo pipefail
cd "$(dirname "$0")/.."
exec .venv/bin/python packaging/pictures.py "${1:-build/tour}"
