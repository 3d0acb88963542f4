#!/usr/bin/env python3
"""Holds the scripts of the page to their borders: `python3 .ci/page_scripts.py`.

Each script is a part, `part("map", ({ data: { MAP } }) => { … return { boxOf }; })`: a function that
takes names of parts before it and gives names to those after. Said here, as no browser says it
before the line runs: a name that nobody declares, takes or gives; one taken or given for nothing;
a part out of order, or missing from the page. Their syntax is read by node, where there is one.
"""

import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCRIPTS = ROOT / "Sources/Coverage/Page/Resources"
PAGE = ROOT / "Sources/Coverage/Page/StudyPage.swift"
CHECKS = ROOT / "Tests/browser"

KEYWORDS = set(
    "break case catch class const continue default delete do else extends false finally for "
    "function get if in instanceof let new null of return static super switch this throw true try "
    "typeof undefined var void while".split()
)
# What the page asks of the browser: a name more is a decision.
BROWSER = set(
    "Array Blob Date Infinity Int32Array Intl JSON Map Math Number Object RegExp Set String URL "
    "URLSearchParams addEventListener clearTimeout document history location "
    "requestAnimationFrame setTimeout window".split()
)
TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')"""
    r"""|(?P<number>\d[\w.]*)|(?P<name>[A-Za-z_$][\w$]*)|(?P<sign>=>|\?\.|\.\.\.|\S)""",
    re.DOTALL,
)
REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\n])+/\w*")
PAIRS = {"(": ")", "[": "]", "{": "}"}


def tokens(text):
    """Names and signs of a script; a text or an expression without names is `""`."""
    found, position, templates = [], 0, []
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        after = found[-1][0] if found else ""
        is_value = re.fullmatch(r'[\w$]+|[)\]}]|""', after) and after not in ("return", "typeof")
        if text[position] == "`" or (templates and templates[-1] == 0 and text[position] == "}"):
            # The holes of a template hold names: they are read as if in brackets.
            if text[position] == "}":
                templates.pop()
                found.append((")", position))
            position, opened = template_end(text, position + 1)
            found.append(('""', position)) if not opened else found.append(("(", position))
            if opened:
                templates.append(0)
            continue
        if text[position] == "/" and not is_value and text[position + 1] not in "/*":
            position = REGEX.match(text, position).end()
            found.append(('""', position))
            continue
        match = TOKEN.match(text, position)
        position = match.end()
        if match.lastgroup in ("name", "sign"):
            found.append((match.group(), match.start()))
            if templates:
                templates[-1] += {"{": 1, "}": -1}.get(match.group(), 0)
        elif match.lastgroup != "comment":
            found.append(('""', match.start()))
    return found


def template_end(text, position):
    """Where a template goes on: after its end, or in its next hole."""
    while text[position] != "`":
        if text.startswith("${", position):
            return position + 2, True
        position += 2 if text[position] == "\\" else 1
    return position + 1, False


class Script:
    """One script: what it takes, declares, uses and gives."""

    def __init__(self, path):
        self.path = path
        self.text = path.read_text(encoding="utf-8")
        found = tokens(self.text)
        self.words = [word for word, _ in found]
        self.places = [place for _, place in found]
        self.ends = self.closed()
        self.declared = []  # (name, first token, last token) where it is seen
        self.bound = set()  # tokens that declare, and use nothing
        self.find_declarations()
        self.takes, self.gives = self.borders()

    def line(self, index):
        return f"{self.path.name}:{self.text.count(chr(10), 0, self.places[index]) + 1}"

    def closed(self):
        """The token that closes each bracket, and the bracket around each token."""
        ends, self.around, stack = {}, [], []
        for index, word in enumerate(self.words):
            if word in PAIRS.values():
                start = stack.pop()
                ends[start] = index
                ends[index] = start
            self.around.append(stack[-1] if stack else -1)
            if word in PAIRS:
                stack.append(index)
        return ends

    def block(self, index, kind="{(["):
        """The tokens of the nearest bracket around, of some kind."""
        around = self.around[index]
        while around >= 0 and self.words[around] not in kind:
            around = self.around[around]
        return (around, self.ends[around]) if around >= 0 else (0, len(self.words))

    def declare(self, index, scope):
        self.declared.append((self.words[index], *scope))
        self.bound.add(index)

    def pattern(self, index, last, scope):
        """Declares the names of a pattern, whose default values are expressions."""
        while index < last:
            word = self.words[index]
            if word == "=":
                while index < last and self.words[index] != ",":
                    index = self.ends[index] + 1 if self.words[index] in PAIRS else index + 1
            elif word in PAIRS:
                self.pattern(index + 1, self.ends[index], scope)
                index = self.ends[index] + 1
            else:
                if re.match(r"[A-Za-z_$]", word) and self.words[index + 1] != ":":
                    self.declare(index, scope)
                elif re.match(r"[A-Za-z_$]", word):
                    self.bound.add(index)
                index += 1

    def end_of_expression(self, index):
        while self.words[index] not in (",", ";", ")", "]", "}"):
            index = self.ends[index] + 1 if self.words[index] in PAIRS else index + 1
        return index

    def variables(self, index):
        """`const a = 1, { b } = c;`, or what stands before `of` in a loop."""
        scope = self.block(index, "{")
        index += 1
        while True:
            last = self.ends[index] + 1 if self.words[index] in PAIRS else index + 1
            self.pattern(index, last, scope)
            index = last
            if self.words[index] in ("of", "in"):
                return
            index = self.end_of_expression(index)
            if self.words[index] != ",":
                return
            index += 1

    def find_declarations(self):
        for index, word in enumerate(self.words):
            before = self.words[index - 1] if index else ""
            after = self.words[index + 1] if index + 1 < len(self.words) else ""
            if before in (".", "?."):
                continue
            if word in ("const", "let", "var"):
                self.variables(index)
            elif before in ("function", "class") and word not in KEYWORDS:
                self.declare(index, self.block(index, "{"))
            elif after == "=>":
                scope = (index, self.end_of_expression(index + 2))
                if word == ")":
                    self.pattern(self.ends[index] + 1, index, scope)
                else:
                    self.declare(index, scope)
            if after == "(" and (word not in KEYWORDS or word == "catch"):
                # A function or a method: its parameters are seen in the block that follows.
                end = self.ends[index + 1]
                if end + 1 < len(self.words) and self.words[end + 1] == "{":
                    self.pattern(index + 2, end, (end, self.ends[end + 1]))
                    if before != "function":
                        self.bound.add(index)

    def borders(self):
        """The name of the part, names taken by part, and names given."""
        if self.words[:3] != ["part", "(", '""'] or self.words[-3:] != ["}", ")", ";"]:
            return {}, []
        takes, index = {}, 6
        end = self.ends[4] - 1
        while index < end:
            if self.words[index + 1] == ":":
                names = self.words[index + 3 : self.ends[index + 2]]
                takes[self.words[index]] = [name for name in names if name != ","]
                index = self.ends[index + 2]
            elif self.words[index - 1] in ("{", ","):
                takes[self.words[index]] = []
            index += 1
        # The last statement gives.
        last = len(self.words) - 5
        start = self.ends.get(last, 0)
        is_given = self.words[last : last + 2] == ["}", ";"] and self.words[start - 1] == "return"
        return takes, [word for word in self.words[start + 1 : last] if word != ","] if is_given else []

    def uses(self):
        """Tokens that name a value: neither members, nor keys of an object, nor declarations."""
        for index, word in enumerate(self.words):
            if not re.match(r"[A-Za-z_$]", word) or word in KEYWORDS or index in self.bound:
                continue
            before, after = self.words[index - 1], self.words[index + 1]
            if before in (".", "?.") or (after == ":" and before in "{,"):
                continue
            yield index

    def unknown(self):
        """Tokens whose name is neither declared around them, nor taken, nor of the browser."""
        seen = {}
        for name, first, last in self.declared:
            seen.setdefault(name, []).append((first, last))
        for index in self.uses():
            name = self.words[index]
            if not any(first <= index <= last for first, last in seen.get(name, ())):
                if name not in BROWSER and name != "part":
                    yield index


def problems(scripts, order):
    """What breaks the borders between parts, as `file: what`."""
    wanted = {name: set() for name in order}
    for name in order:
        script = scripts[name]
        if script.text.count(f'part("{name}", ') != 1:
            yield f"{script.path.name}: is not one part(\"{name}\", …)"
        for index in script.unknown():
            yield f"{script.line(index)}: {script.words[index]} is not taken from any part"
        for other, names in script.takes.items():
            if other not in order[: order.index(name)]:
                yield f"{script.path.name}: takes of {other}, which is not before it"
                continue
            wanted[other].update(names)
            for taken in names:
                if taken not in scripts[other].gives:
                    yield f"{script.path.name}: {other} does not give {taken}"
                if script.words.count(taken) < 2:
                    yield f"{script.path.name}: takes {taken} for nothing"
    checks = "".join(path.read_text(encoding="utf-8") for path in sorted(CHECKS.glob("*.py")))
    for name in order:
        for given in scripts[name].gives:
            if given not in wanted[name] and f"PARTS.{name}.{given}" not in checks:
                yield f"{scripts[name].path.name}: gives {given}, which nobody takes"


def main():
    scripts = {path.stem.replace(".", "_"): Script(path) for path in sorted(SCRIPTS.glob("*.js"))}
    order = re.findall(r"PackageResources\.(\w+)_js\b", PAGE.read_text(encoding="utf-8"))
    found = []
    if sorted(order) != sorted(scripts):
        found.append(f"{PAGE.name}: each script once: {sorted(set(order) ^ set(scripts))}")
    else:
        found += problems(scripts, [name for name in order if name != "parts"])
    node = shutil.which("node")
    if node is None:
        print("SKIPPED: the syntax of the page's scripts needs Debian's package nodejs")
    else:
        for script in scripts.values():
            command = [node, "--check", script.path]
            outcome = subprocess.run(command, capture_output=True, text=True, check=False)
            found += [outcome.stderr] if outcome.returncode else []
    print("\n".join(found) or f"{len(scripts)} scripts of the page keep to their borders")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
