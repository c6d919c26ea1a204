"""YAML with the values of JSON and no others, whoever wrote it: pages' front matter, and settings that moved in."""

from __future__ import annotations

import yaml


class PlainLoader(yaml.CSafeLoader):
    """The safe loader, less what JSON has no value for: dates stay text, binary and sets are refused."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way of declaring them
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }
    yaml_constructors = {  # noqa: RUF012 - the same
        tag: construct
        for tag, construct in yaml.CSafeLoader.yaml_constructors.items()
        if tag is None or tag.rpartition(":")[2] in {"null", "bool", "int", "float", "str", "seq", "map"}
    }
