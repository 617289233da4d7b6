#!/usr/bin/env bash
# Builds build/deb/kiosk_<version>_amd64.deb and the release archive that travels as a signed target. No root needed.
# The package fits the Debian it was built on: its venv uses that system's Python.
set -euo pipefail
cd "$(dirname "$0")/.."
python=${KIOSK_DEB_PYTHON:-/usr/bin/python3}
version=$(.venv/bin/python -c 'import kiosk; print(kiosk.__version__)')
minor=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
case $minor in
    3.11 | 3.12 | 3.13) ;;
    *)
        echo "build_deb: $python is Python $minor; Debian's 3.11, 3.12 or 3.13 is needed (KIOSK_DEB_PYTHON names one)" >&2
        exit 2
        ;;
esac
out=build/deb
tree=$out/tree
release=$tree/opt/kiosk/releases/$version
rm -rf "$tree"
mkdir -p "$release/bin" "$release/docs" "$tree/DEBIAN"

echo "Release $version with $("$python" --version)"
"$python" -m venv --copies "$release/venv"
"$release/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
"$release/venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation .
"$release/venv/bin/python" -m kiosk --help >/dev/null
"$release/venv/bin/python" packaging/sbom.py --version "$version" >"$release/sbom.cdx.json"
# Nothing installs anything on a kiosk, and nothing names this machine.
"$release/venv/bin/python" -m pip uninstall --quiet --yes pip 2>/dev/null
find "$release/venv/bin" -type f ! -name python ! -name 'python3*' -delete
find "$release/venv" -name direct_url.json -delete
# PySide6 compiles its helper modules anew at every start unless they lie beside it as files.
SBK_EMBED=0 "$release/venv/bin/python" -c 'import shiboken6'
(cd "$out" && QT_QPA_PLATFORM=offscreen "tree/opt/kiosk/releases/$version/venv/bin/python" -P -m config.ready_made_methods)
find "$release/venv" -name '__pycache__' -type d -prune -exec rm -rf {} +
"$release/venv/bin/python" -m compileall -q --invalidation-mode unchecked-hash -s "$release" -p "/opt/kiosk/releases/$version" "$release/venv/lib" || true
printf 'home = /usr/bin\ninclude-system-site-packages = false\nversion = %s\n' "$minor" >"$release/venv/pyvenv.cfg"
install -m 755 packaging/lobby/kiosk-lobby "$release/bin/kiosk-lobby"
cp -r docs/*.md docs/pictures "$release/docs/"
cp README.md CHANGELOG.md "$release/"
tar -C "$release" --sort=name --owner=0 --group=0 -czf "$out/kiosk-$version.tar.gz" .

install -D -m 755 packaging/lobby/kiosk-release "$tree/opt/kiosk/kiosk-release"
install -D -m 755 packaging/lobby/kiosk-stick "$tree/opt/kiosk/kiosk-stick"
install -D -m 755 packaging/lobby/kiosk-export "$tree/opt/kiosk/kiosk-export"
install -D -m 755 packaging/lobby/kiosk-lobby-allow "$tree/usr/sbin/kiosk-lobby-allow"
install -D -m 644 packaging/lobby/kiosk.service "$tree/usr/lib/systemd/system/kiosk.service"
install -D -m 644 packaging/lobby/kiosk-confirm.service "$tree/usr/lib/systemd/system/kiosk-confirm.service"
install -D -m 644 packaging/lobby/kiosk-stick@.service "$tree/usr/lib/systemd/system/kiosk-stick@.service"
install -D -m 644 packaging/lobby/kiosk-confirm.timer "$tree/usr/lib/systemd/system/kiosk-confirm.timer"
install -D -m 644 packaging/lobby/kiosk-asked.service "$tree/usr/lib/systemd/system/kiosk-asked.service"
install -D -m 644 packaging/lobby/kiosk-asked.path "$tree/usr/lib/systemd/system/kiosk-asked.path"
install -D -m 644 packaging/lobby/kiosk-export.service "$tree/usr/lib/systemd/system/kiosk-export.service"
install -D -m 644 packaging/lobby/kiosk-export.path "$tree/usr/lib/systemd/system/kiosk-export.path"
install -D -m 644 packaging/lobby/sysusers-kiosk.conf "$tree/usr/lib/sysusers.d/kiosk.conf"
install -D -m 644 packaging/lobby/tmpfiles-kiosk.conf "$tree/usr/lib/tmpfiles.d/kiosk.conf"
install -D -m 644 packaging/lobby/sysctl-kiosk.conf "$tree/usr/lib/sysctl.d/60-kiosk.conf"
install -D -m 644 packaging/lobby/logind-kiosk.conf "$tree/usr/lib/systemd/logind.conf.d/kiosk.conf"
install -D -m 644 packaging/lobby/journald-kiosk.conf "$tree/usr/lib/systemd/journald.conf.d/kiosk.conf"
install -D -m 644 packaging/lobby/polkit-kiosk.rules "$tree/usr/share/polkit-1/rules.d/60-kiosk.rules"
install -D -m 644 packaging/udev/60-kiosk-printer.rules "$tree/usr/lib/udev/rules.d/60-kiosk-printer.rules"
install -D -m 644 packaging/udev/61-kiosk-stick.rules "$tree/usr/lib/udev/rules.d/61-kiosk-stick.rules"
install -D -m 644 packaging/lobby/pam-kiosk "$tree/etc/pam.d/kiosk"
install -D -m 644 packaging/lobby/lobby.conf "$tree/etc/kiosk/lobby.conf"
install -D -m 755 packaging/lobby/kiosk-command "$tree/usr/bin/kiosk"
printf '/etc/pam.d/kiosk\n/etc/kiosk/lobby.conf\n' >"$tree/DEBIAN/conffiles"

glib=libglib2.0-0
if apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then glib=libglib2.0-0t64; fi
cat >"$tree/DEBIAN/control" <<CONTROL
Package: kiosk
Version: $version
Architecture: amd64
Maintainer: Kiosk team <kiosk@localhost>
Installed-Size: $(du -sk "$tree" | cut -f1)
Depends: python$minor, libpython$minor-stdlib, systemd, libpam-systemd, udev, util-linux, mount, $glib, libgl1, libegl1, libfontconfig1, libxkbcommon0, libdbus-1-3, libgssapi-krb5-2, libwayland-cursor0
Recommends: cage, espeak-ng, alsa-utils, usbguard, network-manager, systemd-timesyncd | time-daemon, polkitd
Section: misc
Priority: optional
Description: Self-service kiosk of a ward's public-service hall
 Looks up administrative procedures, prints what to bring, takes pre-registrations
 and sends them to the city's portal, with or without a network.
CONTROL
sed "s/@VERSION@/$version/g" packaging/lobby/postinst >"$tree/DEBIAN/postinst"
install -m 755 packaging/lobby/prerm "$tree/DEBIAN/prerm"
install -m 755 packaging/lobby/postrm "$tree/DEBIAN/postrm"
chmod 755 "$tree/DEBIAN/postinst"
dpkg-deb --root-owner-group -Zxz -z1 --build "$tree" "$out/kiosk_${version}_amd64.deb"
