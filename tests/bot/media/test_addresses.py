from ipaddress import IPv4Address, ip_address

import pytest
from aiohttp import ThreadedResolver
from yarl import URL

from bot.media.addresses import ANYWHERE, PUBLIC, AddressRefused, AddressRules, CheckedResolver, is_public


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses(address):
    assert is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "0.0.0.1", "10.1.1.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "198.18.0.1",
        "192.0.2.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "ff0e::1", "2001:db8::1", "2001::1",
        "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "::ffff:224.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:808:808::",
    ],
)  # fmt: skip
def test_addresses_that_lead_elsewhere(address):
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/v.mp4", "ftp://example.com/v.mp4", "file:///etc/passwd", "/v.mp4", "https:///v.mp4",
        "https://user:pass@example.com/v.mp4", "https://user@example.com/v.mp4", "https://127.0.0.1/v.mp4",
        "https://[::1]/v.mp4", "https://[::ffff:10.0.0.1]/v.mp4", "https://169.254.169.254/latest",
    ],
)  # fmt: skip
def test_urls_that_are_refused_unseen(url):
    with pytest.raises(AddressRefused):
        PUBLIC.check_url(URL(url))


def test_a_public_url_is_allowed():
    PUBLIC.check_url(URL("https://example.com/v.mp4?Signature=a"))
    PUBLIC.check_url(URL("https://8.8.8.8/v.mp4"))
    ANYWHERE.check_url(URL("http://127.0.0.1:8080/v.mp4"))
    with pytest.raises(AddressRefused):
        ANYWHERE.check_url(URL("file:///etc/passwd"))


async def test_a_name_for_this_machine_is_refused():
    with pytest.raises(AddressRefused, match="localhost is not in the public network"):
        await CheckedResolver(PUBLIC).resolve("localhost", 443)


async def test_checked_addresses_are_the_ones_connected_to():
    checked = []

    def remember(address):
        checked.append(str(address))
        return True

    found = await CheckedResolver(AddressRules(frozenset({"https"}), remember)).resolve("localhost", 443)

    assert [result["host"] for result in found] == checked != []


async def test_one_forbidden_address_among_several_refuses_the_name(monkeypatch):
    async def resolve(self, host, port=0, family=0):
        return [{"host": "8.8.8.8"}, {"host": "10.0.0.1"}]

    monkeypatch.setattr(ThreadedResolver, "resolve", resolve)

    with pytest.raises(AddressRefused):
        await CheckedResolver(PUBLIC).resolve("both.example", 443)
    only_v4 = AddressRules(frozenset({"https"}), lambda address: isinstance(address, IPv4Address))
    assert len(await CheckedResolver(only_v4).resolve("both.example", 443)) == 2
