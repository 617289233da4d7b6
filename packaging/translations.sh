#!/usr/bin/env bash
# Collects the texts of the screens into every table ui/translations/kiosk_*.ts and builds what the kiosk loads.
# New texts come in as unfinished: write the translation beside them (Qt Linguist or any editor), then run this again.
# A new language is a new table: `touch ui/translations/kiosk_ko.ts`, and run this.
set -euo pipefail
cd "$(dirname "$0")/.."
# `translated` is our name for QCoreApplication.translate (ui/view_model.py). No line numbers: they would change
# with every edit. No guesses from similar texts: a wrong sentence is worse than a missing one.
mapfile -t sources < <(find ui -name '*.qml' -o -name '*.py' | LC_ALL=C sort)
for table in ui/translations/kiosk_*.ts; do
    [ -s "$table" ] || rm "$table"
    language=${table#ui/translations/kiosk_}
    .venv/bin/pyside6-lupdate "${sources[@]}" -tr-function-alias translate+=translated \
        -source-language vi -target-language "${language%.ts}" -locations none -no-obsolete -sort-messages \
        -disable-heuristic sametext -disable-heuristic similartext -ts "$table"
    .venv/bin/pyside6-lrelease "$table" -qm "${table%.ts}.qm"
done
