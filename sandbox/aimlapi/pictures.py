"""Where pictures come from: an address, or base64.

The legacy path takes "a direct link to an online image or a Base64-encoded local image" as a plain string, so raw
base64 and data URLs are both fine there. The universal path says the same but demands `format: uri` for all pictures
except dynamic masks: there raw base64 is no address and a data URL is one. Addresses are fetched from loopback only.
"""

import asyncio
import base64
import binascii
from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp

from sandbox.common.callbacks import LOOPBACK

from .answers import invalid

MAX_PICTURE_BYTES = 10 * 1024 * 1024
PATIENCE = aiohttp.ClientTimeout(total=5)


@dataclass(frozen=True, slots=True)
class PictureReader:
    """Reads what a field holds; `strict` is the universal path's demand for an address."""

    session: aiohttp.ClientSession
    strict: bool

    async def read(self, field: str, value: str, *, any_string: bool = False) -> bytes:
        """The picture's bytes, none for an empty field; raises Refusal, worded by us but for "Invalid url"."""
        if not value:
            return b""
        scheme = value.partition(":")[0].lower()
        if scheme in {"http", "https"}:
            content = await self._fetch(field, value)
        elif scheme == "data":
            content = await asyncio.to_thread(_decoded, field, value.partition(";base64,")[2])
        elif self.strict and not any_string:
            raise invalid(f"{field}: Invalid url")
        else:
            content = await asyncio.to_thread(_decoded, field, value)
        if len(content) > MAX_PICTURE_BYTES:
            raise invalid(f"{field}: The image is larger than 10 MB")
        return content

    async def _fetch(self, field: str, url: str) -> bytes:
        unreachable = invalid(f"{field}: The image cannot be downloaded")
        try:
            if urlsplit(url).hostname not in LOOPBACK:
                raise unreachable
            async with self.session.get(url, timeout=PATIENCE, allow_redirects=False, raise_for_status=True) as answer:
                return await answer.read()
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise unreachable from error


def _decoded(field: str, text: str) -> bytes:
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise invalid(f"{field}: Neither an address nor base64") from error
    if not content:
        raise invalid(f"{field}: Required")
    return content
