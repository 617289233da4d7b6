"""Which web addresses of a record may be shown: pages of the public-service portals, nothing else."""

import re
from urllib.parse import urlsplit

# The national portal (since 1 July 2025 the one place to file online) and the city's.
OFFICIAL_HOSTS = frozenset(
    {"dichvucong.gov.vn", "www.dichvucong.gov.vn", "thutuc.dichvucong.gov.vn", "dichvucong.hanoi.gov.vn"}
)
_LONGEST = 300
_PLAIN = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")


def official_link(url: str) -> str:
    """Return `url` where it is an https page of an official portal, else "".

    No user name, no port, no sign outside RFC 3986, at most 300 letters: what is shown as a code must be
    exactly what a person reads below it.
    """
    if len(url) > _LONGEST or not _PLAIN.fullmatch(url):
        return ""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    plain_host = host is not None and parts.netloc.lower() == host
    if parts.scheme != "https" or port is not None or not plain_host or host not in OFFICIAL_HOSTS:
        return ""
    return url
