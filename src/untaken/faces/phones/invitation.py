"""How telephones come into a room: the address in the network, and the picture that they read it from."""

import socket
from collections.abc import Iterator

from untaken.faces.phones.room import Room

_DOCUMENTATION = "192.0.2.1"
"""An address of no machine (RFC 5737): asking for the way to it sends nothing."""


def own_address() -> str:
    """The address under which the network of this machine knows it; empty where there is no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect((_DOCUMENTATION, 9))
            return str(asking.getsockname()[0])
        except OSError:
            pass
    try:
        found = [str(each[4][0]) for each in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    except OSError:
        return ""
    return next((each for each in found if not each.startswith("127.")), "")


def picture(room: Room, is_dark: bool) -> Iterator[str]:
    """The address with its code as lines of half blocks, which a camera reads on a ground that is dark or light."""
    import segno

    # In capitals it takes fewer squares: neither the name of a protocol nor the code cares.
    code = segno.make(f"{room.address}{room.code}".upper(), error="l", micro=False)
    rows = [[bool(square) != is_dark for square in row] for row in code.matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([is_dark] * len(rows[0]))
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        yield "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))


_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
