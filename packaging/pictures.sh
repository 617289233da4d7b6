#!/usr/bin/env bash
# Copies the tour's pictures that the documents show. Usage: pictures.sh FROM (after `kiosk tour --out FROM`)
set -euo pipefail
cd "$(dirname "$0")/.."
from=${1:-build/tour}
mkdir -p docs/pictures
for name in \
    portrait-s0-attract portrait-s1-home portrait-s2-event-list portrait-s2-fields portrait-s3-search \
    portrait-s3-nothing-found portrait-s4-procedure portrait-s4-more portrait-s4-steps portrait-s4-legal portrait-s4-names \
    portrait-s4-linked portrait-s4-official-page portrait-s5-question portrait-s6-own-papers portrait-qr-take-away portrait-print-checklist portrait-e1-printer \
    portrait-s7-form-start portrait-s7-form-1-person_name portrait-s7-form-3-date_of_birth portrait-s8-check-faults \
    portrait-s8-check-answers portrait-s9-slip-done portrait-s14-still-here portrait-s16-call-help \
    portrait-online-guide portrait-hall-info portrait-hub portrait-hub-rate portrait-hub-open-numbers portrait-s12-track-number \
    portrait-s12-track portrait-ask-text portrait-ask-review portrait-ask-done portrait-please-wait portrait-e4-out-of-order portrait-s4-procedure-english \
    landscape-s1-home landscape-s3-search landscape-s4-procedure landscape-s9-slip-done \
    wide-s1-home wide-s4-procedure ticket-80mm-1 ticket-80mm-2; do
    cp "$from/$name.png" "docs/pictures/$name.png"
done
