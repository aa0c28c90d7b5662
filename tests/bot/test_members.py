"""Names of members, with a real discord.py client against the simulated Discord, over loopback."""

import pytest

import bot.members
from bot.members import MOST_ASKED, Members
from sandbox.discord import SimulatedDiscord


async def test_members_are_asked_for_by_their_ids(simulated: SimulatedDiscord, connected):
    world = simulated.world
    names = await Members(connected).names(world.guild.id, [world.alice.id, world.bob.id])
    assert names == {world.alice.id: "Alice", world.bob.id: "Bob"}


async def test_who_has_left_has_no_name(simulated: SimulatedDiscord, connected):
    world = simulated.world
    names = await Members(connected).names(world.guild.id, [world.alice.id, 999])
    assert names == {world.alice.id: "Alice"}


@pytest.mark.parametrize("fault", [{"status": 403, "code": 50001}, {"reset": True, "times": None}, {"delay": 2.0}])
async def test_what_goes_wrong_costs_that_name_only(simulated: SimulatedDiscord, connected, monkeypatch, fault):
    monkeypatch.setattr(bot.members, "ASK_SECONDS", 0.5)
    world = simulated.world
    simulated.faults.add("GET", f"/members/{world.alice.id}$", **fault)
    names = await Members(connected).names(world.guild.id, [world.bob.id, world.alice.id])
    assert names == {world.bob.id: "Bob"}


async def test_discord_is_asked_for_few_members(simulated: SimulatedDiscord, connected):
    await Members(connected).names(simulated.world.guild.id, range(1000, 1050))
    asked = [request for request in simulated.requests if "/members/" in request.path]
    assert len(asked) == MOST_ASKED


async def test_nobody_is_asked_for_in_a_server_without_the_bot(simulated: SimulatedDiscord, connected):
    assert await Members(connected).names(5, [simulated.world.alice.id]) == {}
    assert not [request for request in simulated.requests if "/members/" in request.path]


async def test_nobody_is_asked_for_who_had_their_data_erased(simulated: SimulatedDiscord, connected):
    assert await Members(connected).names(simulated.world.guild.id, [-5]) == {}
    assert not [request for request in simulated.requests if "/members/" in request.path]
