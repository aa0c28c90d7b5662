"""The house itself: what is in git, the lock files, and the container."""

import ast
import json
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from bot import VERSION
from bot.settings import Settings, load

PROJECT = Path(__file__).parents[1]
PACKAGES = ("bot", "cogs", "languages", "providers", "storage")

REGISTRIES = re.compile(
    r"\b[p]ypi\.|python[h]osted\.|\bindex-url\b|registry\.[n]pmjs|\b(ghcr|quay|gcr)\.io\b|docker\.io\b", re.IGNORECASE
)
MACHINE_PATH = re.compile(r"(?<![\w.~}\])])/(home|Users|root|work|opt|usr/local)/\w")
BARE_IGNORE = re.compile(r"#\s*(type:\s*ignore(?!\[\w)|noqa(?!:\s*[A-Z]+\d))")
PIN = re.compile(r"^(?P<name>[a-z0-9-]+(\[[\w,-]+\])?)==(?P<version>\S+)( ; (?P<marker>[^\\]+?))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


def tracked(*patterns: str) -> dict[str, str]:
    """The text of each file in git, by its path; pictures and other bytes are left out."""
    listed = subprocess.run(  # noqa: S603
        ["git", "ls-files", "-z", *patterns],  # noqa: S607
        cwd=PROJECT,
        capture_output=True,
        check=True,
    )
    files = [name for name in listed.stdout.decode().split("\0") if name and (PROJECT / name).is_file()]
    contents = {name: (PROJECT / name).read_bytes() for name in files}
    return {name: content.decode() for name, content in contents.items() if b"\0" not in content}


def lines_with(pattern: re.Pattern[str], files: dict[str, str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize(
    ("pattern", "found", "not_found"),
    [
        (REGISTRIES, "https://files.python" + "hosted.org/x", "simcord (PyPI `simcord`)"),
        (MACHINE_PATH, '"/ho' + 'me/me/x"', "https://host/home/x"),
        (BARE_IGNORE, "x()  # no" + "qa", "x()  # noqa: S603 - why"),
        (BARE_IGNORE, "x()  # type: " + "ignore", "x()  # type: ignore[arg-type]"),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], found: str, not_found: str) -> None:
    assert pattern.search(found)
    assert not pattern.search(not_found)


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(REGISTRIES, tracked()) == []


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert lines_with(MACHINE_PATH, tracked()) == []


def test_every_exception_from_the_tools_names_its_rule() -> None:
    assert lines_with(BARE_IGNORE, tracked("*.py")) == []


def pins(name: str) -> set[tuple[str | None, ...]]:
    """Name, version and marker of each package; fails at a line that is neither a pin nor a hash of the pin above."""
    found: set[tuple[str | None, ...]] = set()
    hashes = 1
    for line in (PROJECT / "requirements" / name).read_text("utf-8").splitlines():
        if pin := PIN.match(line):
            assert hashes > 0, f"{name}: no hash before {line}"
            found.add(pin.group("name", "version", "marker"))
            hashes = 0
        else:
            assert HASH.match(line), f"{name}: {line}"
            hashes += 1
    assert hashes > 0
    return found


@pytest.mark.parametrize("name", ["run.txt", "dev.txt"])
def test_lock_files_hold_pins_and_hashes_only(name: str) -> None:
    assert len(pins(name)) > 10


def test_what_runs_is_what_was_tested() -> None:
    assert pins("run.txt") <= pins("dev.txt")


def instructions() -> list[list[str]]:
    """The Dockerfile's instructions, split into words."""
    text = (PROJECT / "Dockerfile").read_text("utf-8").replace("\\\n", " ")
    return [shlex.split(line) for line in text.splitlines() if line and not line.startswith("#")]


def final_stage() -> list[list[str]]:
    lines = instructions()
    last = max(number for number, words in enumerate(lines) if words[0] == "FROM")
    return lines[last:]


def imported_packages() -> set[str]:
    """The project's own packages that the bot imports, directly or through one another."""
    own = {path.parent.name for path in PROJECT.glob("*/__init__.py")}
    found, open_ = set[str](), {"bot"}
    while open_:
        package = open_.pop()
        found.add(package)
        for file in (PROJECT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                names = [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
                names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                open_ |= ({name.partition(".")[0] for name in names} & own) - found
    return found


def test_the_container_holds_every_package_that_the_bot_imports() -> None:
    copied = {words[1] for words in final_stage() if words[0] == "COPY" and len(words) == 3}
    assert imported_packages() == set(PACKAGES)
    assert copied == set(PACKAGES)
    ignore = (PROJECT / ".dockerignore").read_text("utf-8").splitlines()
    assert {f"!{name}" for name in (*PACKAGES, "requirements/run.txt")} <= set(ignore)


def test_the_container_is_not_root_and_says_how_it_is() -> None:
    stage = final_stage()
    users = [words[1] for words in stage if words[0] == "USER"]
    assert users
    assert users[-1] not in {"root", "0"}
    assert any(words[0] == "HEALTHCHECK" and "/healthz" in " ".join(words) for words in stage)
    assert ["ENTRYPOINT", "[python,", "-m,", "bot]"] in stage


def test_an_env_file_with_empty_lines_leaves_the_containers_own_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (written,) = [words for words in final_stage() if words[:2] == ["RUN", "printf"]]
    assert written[-2:] == [">", ".env"]
    (tmp_path / ".env").write_text("\n".join(word for word in written if re.fullmatch(r"[A-Z_]+=\S+", word)))
    for name in re.findall(r"^([A-Z0-9_]+)=", (PROJECT / ".env.example").read_text("utf-8"), re.MULTILINE):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("DISCORD_TOKEN", "token")
    monkeypatch.setenv("KLING_API_KEY", "key")
    settings = load(Settings, str(tmp_path / ".env"))
    assert (settings.http_host, settings.http_port, settings.log_format) == ("0.0.0.0", 8080, "json")  # noqa: S104
    monkeypatch.setenv("HTTP_PORT", "9090")
    assert load(Settings, str(tmp_path / ".env")).http_port == 9090


def test_the_containers_health_check_asks_the_port_that_is_set() -> None:
    command = re.search(r"^HEALTHCHECK .*\n +CMD (.+)$", (PROJECT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    assert command is not None
    _, option, check = json.loads(command[1])
    shown = "import urllib.request as u; u.urlopen = lambda url, timeout: print(url); "
    for port, expected in (("9090", 9090), ("", 8080)):
        ended = subprocess.run(  # noqa: S603
            [sys.executable, option, shown + check],
            env={"HTTP_PORT": port},
            capture_output=True,
            text=True,
            check=True,
        )
        assert ended.stdout == f"http://127.0.0.1:{expected}/healthz\n"


def test_the_container_is_built_in_stages_from_named_versions() -> None:
    bases = [words[1] for words in instructions() if words[0] == "FROM"]
    assert len(bases) >= 2
    images = re.findall(r"^\s*image:\s*(\S+)$", (PROJECT / "compose.yaml").read_text("utf-8"), re.MULTILINE)
    assert images
    for base in (*bases, *images):
        assert re.fullmatch(r"[a-z]+:\d[\w.-]*", base)


def test_compose_stops_later_than_the_bot() -> None:
    text = (PROJECT / "compose.yaml").read_text("utf-8")
    seconds = re.search(r"stop_grace_period: (\d+)s", text)
    assert seconds is not None
    assert int(seconds[1]) > 20
    assert "profiles: [postgres]" in text
    assert "init: true" in text
    assert "\t" not in text


def test_all_commands_are_declared_in_the_makefile() -> None:
    text = (PROJECT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", text, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert phony is not None
    assert targets == set(phony[1].split())
    assert {"demo", "test", "check", "sandbox", "run", "bench"} <= targets


def test_the_version_that_the_bot_tells_is_the_projects() -> None:
    with (PROJECT / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["version"] == VERSION
