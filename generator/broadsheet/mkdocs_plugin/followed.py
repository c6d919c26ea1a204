"""A theme's templates made ready to be followed: what they call sees values of a page, and says what it does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import partial, wraps
from types import CodeType, SimpleNamespace
from typing import Any

import jinja2
from jinja2.filters import FILTERS
from jinja2.tests import TESTS
from jinja2.utils import missing
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import script_tag_filter, url_filter

from broadsheet.mkdocs_plugin.traced import Trace, UntraceableError, holds_traced

Part = Callable[[Mapping[str, Any], Page], str | None]
"""What an included template prints, of all it is given and a page; None where only the template itself can tell."""

_MOVING = frozenset(("random", "map", "select", "reject", "selectattr", "rejectattr", "groupby"))
"""Filters whose result is another each time, or is worked out only when it is asked for."""
_PURE = {name: one for name, one in FILTERS.items() if name not in _MOVING}
_LINKS = {"url": url_filter, "script_tag": script_tag_filter}


class Followed:
    """The templates of a site's theme, of which each run writes a `Trace`."""

    def __init__(self, env: jinja2.Environment, parts: Mapping[str, Part | None]) -> None:
        """`parts`: included templates that are run for each page, or what gives the same in their place."""
        self._env, self._parts = env, parts
        self._trace: Trace | None = None
        own: Any = env.overlay()
        tests: Mapping[str, Any] = env.tests
        own.filters = {name: self._filter(name, one) for name, one in env.filters.items()}
        own.tests = {name: self._test(name, one) for name, one in tests.items()}
        own.concat = self._joined
        own.template_class = _template_class(self._joined)
        self._get = own.get_template
        own.get_template = self._template
        self._get_any = own.get_or_select_template
        own.get_or_select_template = self._any_template

    def trace(self, name: str, context: Mapping[str, Any]) -> tuple[Trace, str]:
        """How the template of this name makes a page of what it is given, and its output, with tokens in it.

        Raises:
            UntraceableError: it cannot be followed.
        """
        page = context["page"]
        trace = self._trace = Trace(page, self._env, context["base_url"])
        unready = Unready()
        try:
            template = self._get(name)
            # The links to style sheets and scripts are as the page's address has them; the day of the build is not
            # to be followed, nor are other pages.
            never = dict.fromkeys(("extra_css", "extra_javascript", "build_date_utc", "pages"), unready)
            seen = {**context, **never, "page": trace.value("page", lambda one: one)}
            output = "".join(map(str, template.root_render_func(template.new_context(seen))))
        except UntraceableError:
            raise
        except Exception as error:  # whatever a value that is not what it seems may lead to
            raise UntraceableError(f"{type(error).__name__}: {error}") from error
        finally:
            trace.over = True
            self._trace = None
        if unready.asked:
            raise UntraceableError("what is not there before all pages are")
        return trace, output

    @property
    def _now(self) -> Trace:
        if self._trace is None:
            raise UntraceableError("a value outlived its template")
        return self._trace

    def _joined(self, parts: Iterable[Any]) -> Any:
        text = "".join(map(str, parts))
        return self._now.joined(text) if holds_traced(text) else text

    def _filter(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        if _LINKS.get(name) is real:

            @wraps(real)
            def linked(_: Any, value: Any) -> Any:
                return self._link(real, name, value)

            return linked

        @wraps(real)
        def followed(*args: Any, **named: Any) -> Any:
            given = args[1:] if hasattr(real, "jinja_pass_arg") else args
            if not holds_traced([*given, named]):
                return real(*args, **named)
            if _PURE.get(name) is not real or type(args[0]).__name__ == "Context":
                raise UntraceableError(f"the filter {name}")
            return self._call(name, partial(real, args[0]) if given is not args else real, given, named)

        return followed

    def _test(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(real)
        def followed(*args: Any, **named: Any) -> Any:
            given = args[1:] if hasattr(real, "jinja_pass_arg") else args
            if not holds_traced([*given, named]):
                return real(*args, **named)
            if TESTS.get(name) is not real:
                raise UntraceableError(f"the test {name}")
            trace, (what, read) = self._now, self._now.lifted([*given, named])
            first = args[: len(args) - len(given)]

            def answered(page: Page) -> bool:
                *asked, more = read(page)
                return bool(real(*first, *asked, **more))

            answer = answered(trace.page)
            trace.asked(f"{name}: {what}", answered, answer=answer)
            return answer

        return followed

    def _call(self, name: str, real: Callable[..., Any], given: Any, named: Mapping[str, Any]) -> Any:
        what, read = self._now.lifted([list(given), dict(named)])

        def called(page: Page) -> Any:
            args, more = read(page)
            return real(*args, **more)

        return self._now.value(f"{name}({what})", called)

    def _link(self, real: Callable[..., str], name: str, value: Any) -> Any:
        """A link: one that is the same on all pages depends on where a page is only by what `Trace.paths` tells."""
        trace = self._now
        base = trace.base_url
        if not holds_traced(value):
            trace.paths.add(str(value))
            return real({"page": trace.page, "base_url": base}, value)
        what, read = trace.lifted(value)
        return trace.value(f"{name}({what})", lambda page: real({"page": page, "base_url": base}, read(page)))

    def _template(self, name: Any, parent: str | None = None, globals: Any = None) -> Any:  # noqa: A002 - Jinja's name
        if holds_traced(name):
            what, read = self._now.lifted(name)
            real = str(read(self._now.page))
            self._now.asked(f"the name {what}", lambda page: str(read(page)), answer=real)
            name = real
        if name in self._parts:
            return SimpleNamespace(new_context=_given, root_render_func=partial(self._part, name, parent))
        return self._get(name, parent, globals)

    def _any_template(self, name: Any, *more: Any) -> Any:
        return self._template(name, *more) if holds_traced(name) else self._get_any(name, *more)

    def _part(self, name: str, parent: str | None, given: Mapping[str, Any]) -> Iterator[str]:
        """The part of a page that an included template prints: a token."""
        what, read = self._now.lifted(given)
        known = self._parts[name]
        template = self._env.get_template(name, parent)

        def printed(page: Page) -> str:
            values = read(page)
            sooner = known(values, page) if known else None
            if sooner is not None:
                return sooner
            return "".join(template.root_render_func(template.new_context(values, shared=True)))

        yield self._now.token(f"{name} {what}", printed)


class Unready:
    """Something of which nobody may ask yet. Jinja takes some errors for answers: that it was asked is remembered."""

    asked = False

    def _no(self, *_: object) -> Any:
        self.asked = True
        raise UntraceableError("what is not there before all pages are")

    __getattr__ = __iter__ = __len__ = __bool__ = __getitem__ = __contains__ = __str__ = __repr__ = _no
    __eq__ = __ne__ = __hash__ = __call__ = __html__ = _no


def _given(known: Mapping[str, Any], _shared: bool, more: Mapping[str, Any]) -> Mapping[str, Any]:  # noqa: FBT001 - Jinja's
    """All that an included template is given, but what stands for the template around it."""
    both = {**known, **{name: value for name, value in more.items() if value is not missing}}
    return {name: value for name, value in both.items() if name != "self"}


def _template_class(joined: Callable[[Iterable[Any]], Any]) -> type[jinja2.Template]:
    class FollowedTemplate(jinja2.Template):
        """A template in which texts that are put together stay traced."""

        @classmethod
        def from_code(
            cls,
            environment: jinja2.Environment,
            code: CodeType,
            globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's name
            uptodate: Callable[[], bool] | None = None,
        ) -> jinja2.Template:
            """The template, as Jinja makes it."""
            made = super().from_code(environment, code, globals, uptodate)
            made.root_render_func.__globals__.update(str_join=joined, markup_join=joined)
            return made

    return FollowedTemplate
