"""``python -m sandbox`` demo, preview, pictures or gallery."""

import argparse
import sys

from sandbox import demo, pictures, playground
from sandbox.gallery import draw as gallery


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description="Stillmotion on simulated services")
    commands = parser.add_subparsers(dest="command", required=True)
    shown = commands.add_parser("demo", help="make one video of a real photograph and say what a member sees")
    shown.add_argument("provider", nargs="?", default="kling", help=f"one of: {', '.join(demo.CHOICES)}")
    commands.add_parser("preview", help="open the bot in a local browser page, until Ctrl-C")
    commands.add_parser("pictures", help="draw what a member sees into docs/images; needs Chromium")
    commands.add_parser("gallery", help="draw all that anybody can read into out/gallery; needs Chromium")
    return parser.parse_args(arguments)


def main() -> int:
    arguments = parse()
    match arguments.command:
        case "demo":
            return demo.main(arguments.provider)
        case "preview":
            return playground.main()
        case "gallery":
            return gallery.main()
        case _:
            return pictures.main()


if __name__ == "__main__":
    sys.exit(main())
