"""Every page of the site under the Nu Html Checker (vnu).

    npm install vnu-jar --prefix FOLDER
    python tests/benchmarks/valid_html.py FOLDER [--config mkdocs.yml] [--site SITE]

Prints each kind of error once, with how often it is found; exit status 1 if there is any but those that are Material's.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "site"))

from built_site import REPOSITORY, build

MATERIALS = ("Attribute “autocomplete” is only allowed when the input type is",)
"""Material's own, in the part of its template that no site can override: the two switches (drawer, search) that no
browser should remember, which is what the attribute is for."""


def main() -> int:
    """Build, check, count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tool", type=Path, help="the folder in which npm installed vnu-jar")
    parser.add_argument("--config", type=Path, default=REPOSITORY / "mkdocs.yml")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    options = parser.parse_args()
    jar = options.tool / "node_modules/vnu-jar/build/dist/vnu.jar"
    if not jar.is_file():
        sys.exit(f"{options.tool}: vnu-jar is not installed there; npm install vnu-jar --prefix {options.tool}")
    with tempfile.TemporaryDirectory() as folder:
        site = options.site or Path(folder)
        if not options.site:
            build(options.config, site)
        pages = len(list(site.rglob("*.html")))
        command = ["java", "-Xss4m", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json"]
        said = subprocess.run([*command, "--exit-zero-always", str(site)], check=True, capture_output=True, text=True)
    messages = [one for one in json.loads(said.stderr)["messages"] if one["type"] == "error"]
    ours = [one for one in messages if not one["message"].startswith(MATERIALS)]
    first = {one["message"]: one for one in reversed(ours)}
    for message, count in Counter(one["message"] for one in ours).most_common():
        page = first[message]["url"].rpartition("/site/")[2] or first[message]["url"]
        print(f"{count:6} {message}\n       first in {page}: {first[message].get('extract', '').strip()[:120]}")
    print(f"{pages} pages, {len(ours)} errors, and {len(messages) - len(ours)} of Material's own")
    return int(bool(ours))


if __name__ == "__main__":
    sys.exit(main())
