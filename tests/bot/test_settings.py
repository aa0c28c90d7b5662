"""Settings as an operator meets them: from the environment and `.env`, with every mistake named at once."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.settings import CatalogSettings, DatabaseSettings, Settings, SettingsError, load

PROJECT = Path(__file__).parents[2]
EXAMPLE = PROJECT / ".env.example"
ENOUGH = {"DISCORD_TOKEN": "the-token", "KLING_API_KEY": "the-key"}
NAMES = {name.upper() for name in Settings.model_fields}

Problems = Callable[..., dict[str, str]]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets these variables; no other setting comes from the machine that runs the tests."""
    for name in os.environ.keys() & NAMES:
        monkeypatch.delenv(name)

    def set_(**variables: str) -> None:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)

    return set_


@pytest.fixture
def problems(environment: Callable[..., None]) -> Problems:
    """What is said about variables that will not do beside ones that are enough, by variable."""

    def of(**variables: str) -> dict[str, str]:
        environment(**ENOUGH | variables)
        with pytest.raises(SettingsError) as error:
            load(Settings, None)
        lines = [line.partition(": ") for line in str(error.value).splitlines()]
        assert len({name for name, _, _ in lines}) == len(lines)
        return {name: text for name, _, text in lines}

    return of


def only_what_is_needed() -> Settings:
    return Settings.model_validate({name.lower(): value for name, value in ENOUGH.items()})


def test_the_least_that_is_enough(environment) -> None:
    environment(**ENOUGH)
    settings = load(Settings, None)
    assert settings.discord_token.get_secret_value() == "the-token"
    assert settings.database_url == "sqlite+aiosqlite:///data/stillmotion.db"


def test_all_bad_fields_are_reported_together(problems: Problems) -> None:
    found = problems(
        DISCORD_TOKEN="",
        KLING_API_KEY="",
        DATABASE_URL="mysql://host/name",
        HTTP_PORT="70000",
        SHARD_IDS="0",
        POLL_INTERVAL_SECONDS="-1",
        LOG_LEVEL="loud",
    )
    assert found.keys() == {
        "DISCORD_TOKEN",
        "KLING_SECRET_KEY",
        "DATABASE_URL",
        "HTTP_PORT",
        "SHARD_IDS",
        "POLL_INTERVAL_SECONDS",
        "LOG_LEVEL",
    }
    assert found["DISCORD_TOKEN"] == "is missing"
    assert found["KLING_SECRET_KEY"].startswith("no provider has a key: set KLING_API_KEY")


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("HTTP_PORT", "70000", "must be less than or equal to 65535"),
        ("HTTP_PORT", "http", "must be a valid integer"),
        ("KLING_MAX_RUNNING", "0", "must be greater than or equal to 1"),
        ("DEFAULT_ALLOWANCE", "-1", "must be greater than or equal to 0"),
        ("OPERATOR_MONTHLY_BUDGET", "10.5", "must be a valid integer"),
        ("POLL_INTERVAL_SECONDS", "0", "must be greater than 0"),
        ("POLL_INTERVAL_SECONDS", "nan", "must be a finite number"),
        ("ALLOW_PRIVATE_NETWORKS", "perhaps", "must be a valid boolean"),
        ("LOG_LEVEL", "loud", "'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("LOG_FORMAT", "xml", "'console' or 'json'"),
        ("DATABASE_URL", "postgres://host/name", "postgresql+asyncpg://"),
        ("DATABASE_URL", "stillmotion.db", "sqlite+aiosqlite://"),
        ("PUBLIC_URL", "stillmotion.example", "must look like https://host"),
        ("PUBLIC_URL", "https://somebody@stillmotion.example", "must look like https://host"),
        ("KLING_BASE_URL", "api-singapore.klingai.com", "must look like https://host"),
        ("KLING_BASE_URL", "https://host:port", "Invalid URL"),
        ("DISCORD_API_URL", "ftp://127.0.0.1", "must look like https://host"),
        ("DISCORD_GATEWAY_URL", "https://127.0.0.1", "must look like wss://host"),
        ("SHARD_COUNT", "0", "must be greater than or equal to 1"),
    ],
)
def test_a_bad_value_is_named_with_what_would_do(problems: Problems, name: str, value: str, text: str) -> None:
    found = problems(**{name: value})
    assert found.keys() == {name}
    assert text in found[name]
    assert "Input" not in found[name]


@pytest.mark.parametrize("half", ["KLING_ACCESS_KEY", "KLING_SECRET_KEY"])
@pytest.mark.parametrize("api_key", ["", "the-key"])
def test_half_a_pair_of_keys(problems: Problems, half: str, api_key: str) -> None:
    assert "both or neither" in problems(KLING_API_KEY=api_key, **{half: "x"})["KLING_SECRET_KEY"]


def test_a_pair_of_keys_is_enough(environment) -> None:
    environment(DISCORD_TOKEN="t", KLING_ACCESS_KEY="access", KLING_SECRET_KEY="secret")
    assert load(Settings, None).secrets == ["t", "access", "secret"]


@pytest.mark.parametrize(
    ("ids", "text"),
    [
        ("0,a", "valid integer"),
        ("0,,1", "valid integer"),
        ("-1", "greater than or equal to 0"),
        ("0,3", "different numbers from 0 to 2"),
        ("1,1", "different numbers from 0 to 2"),
    ],
)
def test_shards_that_are_not_there(problems: Problems, ids: str, text: str) -> None:
    found = problems(SHARD_IDS=ids, SHARD_COUNT="3")
    assert found.keys() == {"SHARD_IDS"}
    assert text in found["SHARD_IDS"]


def test_shards(environment) -> None:
    environment(**ENOUGH, SHARD_IDS="0, 2 ,5", SHARD_COUNT="6")
    settings = load(Settings, None)
    assert (settings.shard_ids, settings.shard_count) == ((0, 2, 5), 6)


def test_empty_variables_count_as_unset(environment) -> None:
    environment(**dict.fromkeys(NAMES, "") | ENOUGH)
    left_empty = load(Settings, None)
    assert left_empty == only_what_is_needed()
    assert left_empty.shard_ids is None


def test_what_was_pasted_with_spaces_works(environment) -> None:
    environment(DISCORD_TOKEN=" the-token\n", KLING_API_KEY="the-key ", KLING_BASE_URL=" https://kling.example ")
    settings = load(Settings, None)
    assert settings.secrets == ["the-token", "the-key"]
    assert settings.kling_base_url == "https://kling.example"


def test_the_environment_goes_before_the_file(environment, tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("DISCORD_TOKEN=from-file\nKLING_API_KEY=key\nHTTP_PORT=1\nLOG_LEVEL=ERROR\nOTHER=ignored\n")
    environment(HTTP_PORT="2", LOG_LEVEL="")
    settings = load(Settings, str(file))
    assert settings.discord_token.get_secret_value() == "from-file"
    assert (settings.http_port, settings.log_level) == (2, "ERROR")


def test_the_file_in_the_working_directory_is_read(environment, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / ".env").write_text("DISCORD_TOKEN=t\nKLING_API_KEY=k\nDEFAULT_ALLOWANCE=7\n")
    monkeypatch.chdir(tmp_path)
    assert load(Settings).default_allowance == 7


@pytest.mark.parametrize("name", ["http_port", "discord_token"])
def test_settings_are_frozen(environment, name: str) -> None:
    environment(**ENOUGH)
    settings = load(Settings, None)
    with pytest.raises(ValidationError):
        setattr(settings, name, None)


SECRET = "s3cr3t-word"


def test_secrets_are_in_no_repr(environment) -> None:
    url = f"postgresql+asyncpg://me:{SECRET}@host/name"
    environment(
        DISCORD_TOKEN=SECRET,
        KLING_API_KEY=SECRET,
        KLING_ACCESS_KEY=SECRET,
        KLING_SECRET_KEY=SECRET,
        DATABASE_URL=url,
    )
    settings = load(Settings, None)
    assert settings.secrets == [SECRET] * 5
    assert SECRET not in repr(settings) + str(settings) + f"{settings!s:>9}"


@pytest.mark.parametrize(
    "variables",
    [
        {"DATABASE_URL": f"mysql://me:{SECRET}@host/name"},
        {"DATABASE_URL": f"postgresql+asyncpg://me:p@host:{SECRET}/name"},
        {"DATABASE_URL": SECRET},
        {"PUBLIC_URL": f"https://me:{SECRET}@host"},
        {"KLING_BASE_URL": f"https://me:{SECRET}@host"},
        {"KLING_SECRET_KEY": SECRET},
        {"HTTP_PORT": SECRET},
    ],
)
def test_values_are_in_no_message(problems: Problems, variables: dict[str, str]) -> None:
    found = problems(**variables)
    assert found
    assert SECRET not in str(found)


def test_an_encoded_database_password_is_a_secret_as_it_is_sent(environment) -> None:
    environment(DATABASE_URL="postgresql+asyncpg://me:p%40ss@host/name")
    assert load(DatabaseSettings, None).secrets == ["p@ss"]


def test_a_command_needs_only_its_own_settings(environment) -> None:
    environment(CATALOG_FILE="models.toml", DATABASE_URL="sqlite+aiosqlite:///other.db")
    assert load(CatalogSettings, None).catalog_file == Path("models.toml")
    assert load(DatabaseSettings, None).database_url == "sqlite+aiosqlite:///other.db"
    with pytest.raises(SettingsError, match="DISCORD_TOKEN: is missing"):
        load(Settings, None)


def test_every_setting_is_in_the_example_and_nothing_else() -> None:
    named = re.findall(r"^([A-Z0-9_]+)=", EXAMPLE.read_text("utf-8"), re.MULTILINE)
    assert len(named) == len(set(named))
    assert set(named) == NAMES


def test_the_example_filled_in_gives_the_defaults(environment, tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8")
    for name, value in ENOUGH.items():
        assert f"\n{name}=\n" in text
        text = text.replace(f"\n{name}=\n", f"\n{name}={value}\n")
    file = tmp_path / ".env"
    file.write_text(text, "utf-8")
    assert load(Settings, str(file)) == only_what_is_needed()


def stated_defaults() -> dict[str, str]:
    """What the example's comments call the default, by variable; a comment may speak of several in their order."""
    stated: dict[str, str] = {}
    for comment, block in re.findall(r"((?:^#.*\n)+)((?:^[A-Z0-9_]+=\n)+)", EXAMPLE.read_text("utf-8"), re.MULTILINE):
        if default := re.search(r"\bDefault (.+?)(?:;|$)", comment.replace("\n# ", " ").strip()):
            stated |= dict(zip(block.split("=\n"), default[1].split(" and "), strict=False))
    return stated


def test_stated_defaults_are_the_real_ones() -> None:
    stated = stated_defaults()
    assert len(stated) >= 11
    assert stated.keys() <= NAMES
    for name, text in stated.items():
        default = Settings.model_fields[name.lower()].default
        if text == "unlimited":
            assert default is None
        elif isinstance(default, float):
            assert float(text) == default
        else:
            assert text == (str(default).lower() if isinstance(default, bool) else str(default))


def test_every_default_is_stated() -> None:
    silent = {name for name, field in Settings.model_fields.items() if field.default is not None} - {"discord_token"}
    assert {name.upper() for name in silent} <= stated_defaults().keys()


def test_every_setting_has_an_effect() -> None:
    sources = [file for file in (PROJECT / "bot").rglob("*.py") if file.name != "settings.py"]
    used = set(re.findall(r"\bsettings\.(\w+)", "\n".join(file.read_text("utf-8") for file in sources)))
    assert set(Settings.model_fields) <= used
