"""Where a result may be fetched from.

A result's URL comes from outside. It must not lead the bot into the network that the bot runs in, neither by name, nor
by number, nor by one address wrapped into another.
"""

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network
from typing import Final, TypeAlias

from aiohttp import ThreadedResolver
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

Address: TypeAlias = IPv4Address | IPv6Address

_UNICAST: Final = IPv6Network("2000::/3")  # all of IPv6 that is given out for the public network
_6TO4: Final = IPv6Network("2002::/16")
_NAT64: Final = IPv6Network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


class AddressRefused(Exception):
    """The rules forbid this address; the text names scheme and host only."""


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public network, whatever other address it is wrapped into."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or (IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None)
        if inner is None:
            return address.is_global and address in _UNICAST and address not in _6TO4
        address = inner
    return address.is_global and not address.is_multicast


@dataclass(frozen=True)
class AddressRules:
    """``schemes`` a URL may have, and whether an ``address`` may be connected to."""

    schemes: frozenset[str]
    may_reach: Callable[[Address], bool]

    def check_url(self, url: URL) -> None:
        """Refuse by what the URL itself tells. A name is judged by ``CheckedResolver`` when it is resolved."""
        if url.scheme not in self.schemes or not url.host:
            raise AddressRefused(f"{url.scheme or 'no'}: URLs are not fetched")
        if url.user is not None or url.password is not None:
            raise AddressRefused(f"{url.scheme}://{url.host} comes with a user name")
        try:
            address = ipaddress.ip_address(url.host)
        except ValueError:
            return
        self.check_address(address, url.host)

    def check_address(self, address: Address, host: str) -> None:
        if not self.may_reach(address):
            raise AddressRefused(f"{host} is not in the public network")


PUBLIC: Final = AddressRules(frozenset({"https"}), is_public)
ANYWHERE: Final = AddressRules(frozenset({"https", "http"}), lambda _: True)


class CheckedResolver(AbstractResolver):
    """Resolves names, and refuses one of whose addresses even one is forbidden.

    The connection goes to the very addresses that were checked: there is no second look-up that could answer otherwise.
    """

    def __init__(self, rules: AddressRules, resolver: AbstractResolver | None = None) -> None:
        self._rules = rules
        self._resolver = resolver or ThreadedResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        found = await self._resolver.resolve(host, port, family)
        for result in found:
            self._rules.check_address(ipaddress.ip_address(result["host"]), host)
        return found

    async def close(self) -> None:
        await self._resolver.close()
