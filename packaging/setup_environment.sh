#!/usr/bin/env bash
# Builds .venv from the hashed lock, with the system libraries Qt needs. Usage: setup_environment.sh [dev]
# As root on Debian or Ubuntu it installs what is missing; otherwise it says exactly what to type.
set -euo pipefail
cd "$(dirname "$0")/.."
flavour=${1:-run}
lock=requirements.lock
[ "$flavour" = dev ] && lock=requirements-dev.lock
stamp=.venv/.installed-$flavour
wanted=$(cat "$lock" setup.cfg packaging/setup_environment.sh | sha256sum | cut -d' ' -f1)
# English texts are built from their table whenever it is newer: the table changes oftener than the packages.
build_translations() {
    for table in ui/translations/*.ts; do
        [ "${table%.ts}.qm" -nt "$table" ] || .venv/bin/pyside6-lrelease -silent "$table" -qm "${table%.ts}.qm"
    done
}

if [ -x .venv/bin/kiosk ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    build_translations
    exit 0
fi

find_python() {
    for name in python3.11 python3.12 python3.13 python3; do
        if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
}

missing=()
has_library() { ldconfig -p 2>/dev/null | grep -q "$1"; }
glib=libglib2.0-0
if command -v apt-cache >/dev/null && apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then glib=libglib2.0-0t64; fi
has_library 'libglib-2.0\.so\.0' || missing+=("$glib")
has_library 'libGL\.so\.1' || missing+=(libgl1)
has_library 'libEGL\.so\.1' || missing+=(libegl1)
has_library 'libfontconfig\.so\.1' || missing+=(libfontconfig1)
has_library 'libxkbcommon\.so\.0' || missing+=(libxkbcommon0)
has_library 'libdbus-1\.so\.3' || missing+=(libdbus-1-3)
has_library 'libgssapi_krb5\.so\.2' || missing+=(libgssapi-krb5-2)
has_library 'libwayland-cursor\.so\.0' || missing+=(libwayland-cursor0)
for x in cursor:0 icccm:4 image:0 keysyms:1 render-util:0 shape:0 xkb:1; do
    has_library "libxcb-${x%%:*}\.so\.${x##*:}" || missing+=("libxcb-${x%%:*}${x##*:}")
done
has_library 'libxkbcommon-x11\.so\.0' || missing+=(libxkbcommon-x11-0)
python=$(find_python || true)
[ -n "$python" ] || missing+=(python3 python3-venv)
if [ -n "$python" ] && ! "$python" -c 'import ensurepip' 2>/dev/null; then missing+=(python3-venv); fi

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installing system packages: ${missing[*]}"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    else
        echo "The kiosk needs these system packages. Please type:" >&2
        echo "    sudo apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
fi
python=$(find_python || true)
if [ -z "$python" ]; then
    echo "The kiosk needs Python 3.11, 3.12 or 3.13 (Debian 12 or 13, Ubuntu 24.04 bring one)." >&2
    exit 1
fi

echo "Setting up .venv with $("$python" --version) from $lock"
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
PYTHONWARNINGS=ignore .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
# PySide6 compiles its helper modules anew at every start unless they lie beside it as files.
SBK_EMBED=0 .venv/bin/python -c 'import shiboken6'
.venv/bin/python -m compileall -q kiosk ui printers offline_cache config .venv/lib >/dev/null 2>&1 || true
.venv/bin/python -m config.ready_made_methods
build_translations
echo "$wanted" >"$stamp"
