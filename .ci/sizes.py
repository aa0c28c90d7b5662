"""Fails when a module has more than 400 lines or a function more than 50."""

import ast
import subprocess
import sys
from pathlib import Path

MODULE_LINES = 400
FUNCTION_LINES = 50


def too_long(path: Path) -> list[str]:
    text = path.read_text("utf-8")
    found = []
    if (lines := text.count("\n")) > MODULE_LINES:
        found.append(f"{path}: {lines} lines, at most {MODULE_LINES}")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                found.append(f"{path}:{node.lineno}: {node.name} has {length} lines, at most {FUNCTION_LINES}")
    return found


def main() -> int:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "*.py"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    findings = [line for name in listed.stdout.split() for line in too_long(Path(name))]
    print("\n".join(findings) or "sizes: every module and function is within bounds")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
