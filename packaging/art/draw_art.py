"""Draw the kiosk's own art: the face of a bronze drum, Khuê Văn Các, and the star roundel. Development only.

Usage: python packaging/art/draw_art.py ui/art

The drum follows the ornament of Đông Sơn drums in spirit (sun, feathers, tangent circles, saw teeth, flying
birds); it copies no single one. `currentColor` is replaced by the image provider, so one drawing serves every
ground.
"""

import math
import sys
from collections.abc import Iterator
from pathlib import Path

CENTRE = 500.0
INK = "currentColor"
BIRD = (
    "M-64 3 L-34 -3 L-26 -9 L-14 -7 C-8 -18 6 -34 26 -44 C22 -30 18 -18 18 -7 L34 -5 L66 -16 L52 -4 "
    "L70 0 L52 5 L62 14 L32 6 L16 8 C14 20 4 34 -14 44 C-14 30 -14 18 -16 8 L-30 4 Z"
)


def point(radius: float, degrees: float) -> str:
    """Return "x y" at `radius` from the drum's centre."""
    angle = math.radians(degrees)
    return f"{CENTRE + radius * math.cos(angle):.1f} {CENTRE + radius * math.sin(angle):.1f}"


def circle(radius: float, width: float = 2.0) -> str:
    """A ring line."""
    return f'<circle cx="500" cy="500" r="{radius:g}" fill="none" stroke="{INK}" stroke-width="{width:g}"/>'


def hatch(inner: float, outer: float, count: int) -> str:
    """A band of short radial strokes."""
    strokes = " ".join(
        f"M{point(inner, 360 * n / count)} L{point(outer, 360 * n / count)}" for n in range(count)
    )
    return f'<path d="{strokes}" fill="none" stroke="{INK}" stroke-width="2.4"/>'


def teeth(base: float, tip: float, count: int) -> str:
    """A band of saw teeth standing on `base`, pointing to `tip`."""
    step = 360 / count
    shapes = " ".join(
        f"M{point(base, (n - 0.46) * step)} L{point(tip, n * step)} L{point(base, (n + 0.46) * step)} Z"
        for n in range(count)
    )
    return f'<path d="{shapes}" fill="{INK}"/>'


def tangent_circles(middle: float, size: float, count: int) -> Iterator[str]:
    """A band of dotted circles, each joined to the next by a tangent: the commonest ornament of the drums."""
    step = 360 / count
    lean = math.degrees(size / middle)
    joints = " ".join(
        f"M{point(middle + size, n * step + lean * 0.2)} L{point(middle - size, (n + 1) * step - lean * 0.2)}"
        for n in range(count)
    )
    yield f'<path d="{joints}" fill="none" stroke="{INK}" stroke-width="1.8"/>'
    for n in range(count):
        x, y = point(middle, n * step).split()
        yield f'<circle cx="{x}" cy="{y}" r="{size:g}" fill="none" stroke="{INK}" stroke-width="2"/>'
        yield f'<circle cx="{x}" cy="{y}" r="{size * 0.3:g}" fill="{INK}"/>'


def sun(rays: int, core: float, tip: float) -> Iterator[str]:
    """The sun in the middle, with feathers between its rays."""
    step = 360 / rays
    outline = " L".join(
        f"{point(tip, n * step - 90)} L{point(core, n * step + step / 2 - 90)}" for n in range(rays)
    )
    yield f'<path d="M{outline} Z" fill="{INK}"/>'
    for n in range(rays):
        middle = n * step + step / 2 - 90
        for radius in (core + 26, core + 40, core + 54):
            wing = step * 0.21
            yield (
                f'<path d="M{point(radius, middle - wing)} L{point(radius + 13, middle)} '
                f'L{point(radius, middle + wing)}" fill="none" stroke="{INK}" stroke-width="2.6"/>'
            )


def birds(radius: float, count: int) -> Iterator[str]:
    """Birds flying round the sun, against the clock, as on every drum."""
    for n in range(count):
        x, y = point(radius, 360 * n / count).split()
        yield (
            f'<path d="{BIRD}" fill="{INK}" '
            f'transform="translate({x} {y}) rotate({360 * n / count - 90:.1f})"/>'
        )


def drum() -> str:
    """Return the drum face as SVG, 1000 units wide."""
    parts = [
        *sun(14, 46, 118),
        circle(124),
        circle(128),
        *tangent_circles(141, 7, 36),
        circle(154),
        hatch(158, 176, 120),
        circle(180),
        circle(186),
        *birds(244, 14),
        circle(302),
        circle(308),
        *tangent_circles(322, 8, 60),
        circle(336),
        teeth(340, 364, 72),
        circle(368),
        hatch(372, 392, 200),
        circle(396),
        circle(402),
        *tangent_circles(422, 11, 66),
        circle(441),
        circle(446),
        teeth(488, 456, 84),
        circle(490),
        circle(497, 3),
    ]
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000" viewBox="0 0 1000 1000">'
        f"{''.join(parts)}</svg>\n"
    )


def rect(x: float, y: float, width: float, height: float, fill: str) -> str:
    """A filled rectangle."""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}"/>'


def mirrored(shape: str) -> str:
    """A shape and its twin about the pavilion's axis, x = 400."""
    return f'{shape}<g transform="matrix(-1 0 0 1 800 0)">{shape}</g>'


GOLD, CREAM, BRONZE, DARK, SEAM = "#E6B450", "#F8EFDF", "#8A5A1E", "#4A070B", "#A87A2A"


def roof(ridge: float, eaves: float, half_ridge: float, half_eaves: float, lift: float) -> str:
    """A curved roof with its tile seams; `lift` is how far the corners rise above the eaves."""
    left, right = 400 - half_eaves, 400 + half_eaves
    waist = ridge + (eaves - ridge) * 0.55
    shape = (
        f"M{400 - half_ridge} {ridge} L{400 + half_ridge} {ridge} "
        f"C{400 + half_ridge + 30} {waist:g} {right - 70} {eaves - lift + 14} {right} {eaves - lift} "
        f"C{right - 30} {eaves - 8} {right - 80} {eaves} {right - 120} {eaves} "
        f"L{left + 120} {eaves} C{left + 80} {eaves} {left + 30} {eaves - 8} {left} {eaves - lift} "
        f"C{left + 70} {eaves - lift + 14} {400 - half_ridge - 30} {waist:g} {400 - half_ridge} {ridge} Z"
    )
    seams = " ".join(
        f"M{400 + half_ridge * 0.82 * n / 4:g} {ridge + 8} L{400 + (half_eaves - 130) * n / 4:g} {eaves - 8}"
        for n in range(-4, 5)
    )
    return (
        f'<path d="{shape}" fill="{GOLD}"/>'
        f'<path d="{seams}" fill="none" stroke="{SEAM}" stroke-width="3.4" stroke-linecap="round"/>'
    )


def window() -> str:
    """The round window with its rays, the star of literature."""
    spokes = "".join(
        f'<line x1="400" y1="406" x2="{400 + 70 * math.sin(math.radians(22.5 * n)):.1f}" '
        f'y2="{406 - 70 * math.cos(math.radians(22.5 * n)):.1f}" stroke="{GOLD}" stroke-width="7"/>'
        for n in range(16)
    )
    return (
        f'<circle cx="400" cy="406" r="80" fill="{GOLD}"/><circle cx="400" cy="406" r="70" fill="{CREAM}"/>'
        f'{spokes}<circle cx="400" cy="406" r="24" fill="{GOLD}"/>'
        f'<circle cx="400" cy="406" r="13" fill="{DARK}"/>'
    )


def crown() -> str:
    """The ridge with its two curls and the gourd."""
    curl = (
        f'<path d="M268 66 C246 44 244 20 262 4 C258 28 276 44 300 40 C306 40 310 46 304 52 '
        f'C296 62 284 66 268 66 Z" fill="{GOLD}" transform="translate(0 18)"/>'
    )
    return (
        mirrored(curl)
        + f'<path d="M372 78 C380 68 420 68 428 78 Z" fill="{GOLD}"/>'
        + f'<circle cx="400" cy="52" r="18" fill="{GOLD}"/>'
        + f'<path d="M400 8 C410 20 408 30 400 36 C392 30 390 20 400 8 Z" fill="{GOLD}"/>'
        + rect(286, 76, 228, 10, GOLD)
    )


def balustrade() -> str:
    """The gallery's railing."""
    posts = "".join(rect(104 + 24.375 * n, 484, 7, 74, GOLD) for n in range(25))
    return rect(100, 484, 600, 12, GOLD) + rect(104, 532, 592, 9, GOLD) + posts


def pillar() -> str:
    """The left front pillar, with its panel."""
    return (
        rect(130, 606, 92, 28, GOLD)
        + rect(140, 632, 72, 330, CREAM)
        + f'<rect x="158" y="668" width="36" height="252" fill="none" stroke="{GOLD}" stroke-width="6"/>'
        + rect(170, 692, 12, 204, GOLD)
        + rect(132, 950, 88, 30, GOLD)
    )


def pavilion() -> str:
    """Return Khuê Văn Các as SVG, 800 × 1030 units."""
    upper_wall = rect(256, 204, 288, 36, CREAM) + "".join(
        rect(272 + 30.5 * n, 209, 15, 26, BRONZE) for n in range(9)
    )
    storey = (
        rect(192, 330, 416, 160, GOLD)
        + mirrored(rect(212, 340, 58, 150, DARK))
        + rect(278, 330, 244, 160, BRONZE)
        + mirrored(rect(270, 330, 8, 160, GOLD))
        + window()
    )
    floor = rect(82, 556, 636, 20, CREAM) + rect(100, 576, 600, 34, GOLD)
    base = rect(76, 974, 648, 8, GOLD) + rect(76, 982, 648, 26, CREAM) + rect(44, 1006, 712, 24, GOLD)
    parts = (
        mirrored(rect(282, 618, 40, 358, BRONZE))
        + floor
        + mirrored(pillar())
        + base
        + storey
        + balustrade()
        + roof(240, 352, 196, 348, 52)
        + upper_wall
        + roof(84, 204, 132, 268, 46)
        + crown()
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1030" viewBox="0 0 800 1030">'
        f"{parts}</svg>\n"
    )


def roundel() -> str:
    """Return the star roundel as SVG; it stands for the official emblem until that is put in."""
    corners = " L".join(
        f"{50 + radius * math.sin(angle):.2f} {50 - radius * math.cos(angle):.2f}"
        for angle, radius in ((math.radians(36 * n), 31 if n % 2 == 0 else 11.84) for n in range(10))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" viewBox="0 0 100 100">'
        '<circle cx="50" cy="50" r="48" fill="#B3151B" stroke="#F2B632" stroke-width="4"/>'
        f'<path d="M{corners} Z" fill="#FFD400"/></svg>\n'
    )


def main(target: Path) -> None:
    """Write the drawings to `target`."""
    for name, drawing in (("drum", drum()), ("pavilion", pavilion()), ("roundel", roundel())):
        (target / f"{name}.svg").write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
