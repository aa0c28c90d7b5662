"""Keys as providers hand them out."""

from providers.http import Headers


def plain(key: str) -> str:
    """The key as it goes into a header; ``ValueError`` where it cannot be one."""
    key = key.strip()
    if not key or not key.isascii() or not key.isprintable() or " " in key:
        raise ValueError("a provider's key is one word of plain characters")
    return key


def bearer(key: str) -> Headers:
    """The headers of every request to a provider that takes a plain key."""
    headers = {"Authorization": f"Bearer {plain(key)}"}
    return lambda: headers
