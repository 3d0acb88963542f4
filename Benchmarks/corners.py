"""Moves the corners of GeoPackage polygons, in place: what `copies.py` and `noise.py` share."""

import struct
from array import array

ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def moved_polygon(wkb, at, move):
    """Moves the corners of a polygon; `at` is the offset of its count of rings. Returns the offset past its end."""
    (rings,) = struct.unpack_from("<I", wkb, at)
    at += 4
    for _ in range(rings):
        (points,) = struct.unpack_from("<I", wkb, at)
        start, at = at + 4, at + 4 + 16 * points
        wkb[start:at] = move(array("d", bytes(wkb[start:at]))).tobytes()
    return at


def moved(blob, move):
    """A GeoPackage polygon or multipolygon with other corners; its envelope, which is optional, is left out.

    `move` takes and returns the numbers of a ring, x and y in turn, the first corner again at the end.
    """
    if blob is None:
        return None
    flags = blob[3]
    wkb = bytearray(blob[8 + ENVELOPE_BYTES[flags >> 1 & 7]:])
    kind = wkb[:5]
    if kind == b"\x01\x03\x00\x00\x00":
        moved_polygon(wkb, 5, move)
    elif kind == b"\x01\x06\x00\x00\x00":
        (parts,), at = struct.unpack_from("<I", wkb, 5), 9
        for _ in range(parts):
            at = moved_polygon(wkb, at + 5, move)
    else:
        raise ValueError(f"not a little-endian plane polygon: {kind.hex()}")
    return blob[:3] + bytes([flags & ~0x0E]) + blob[4:8] + bytes(wkb)
