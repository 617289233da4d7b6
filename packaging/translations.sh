#!/usr/bin/env bash
# Collects the texts of the screens into ui/translations/kiosk_en.ts and builds what the kiosk loads from it.
# New texts come in as unfinished: write the English beside them (Qt Linguist or any editor), then run this again.
set -euo pipefail
cd "$(dirname "$0")/.."
table=ui/translations/kiosk_en.ts
# `translated` is our name for QCoreApplication.translate (ui/view_model.py). No line numbers: they would change
# with every edit. No guesses from similar texts: a wrong sentence is worse than a missing one.
mapfile -t sources < <(find ui -name '*.qml' -o -name '*.py' | LC_ALL=C sort)
.venv/bin/pyside6-lupdate "${sources[@]}" -tr-function-alias translate+=translated \
    -source-language vi -target-language en -locations none -no-obsolete -sort-messages \
    -disable-heuristic sametext -disable-heuristic similartext -ts "$table"
.venv/bin/pyside6-lrelease "$table" -qm "${table%.ts}.qm"
