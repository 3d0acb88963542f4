"""Reads the names of a script: which are declared, where each is seen, which are used.

It knows as much of JavaScript as the scripts of the page are written in: blocks, functions,
methods, arrows, patterns, templates. Statements end with a semicolon; node reads the rest of the syntax.
"""

import re

KEYWORDS = set(
    "break case catch class const continue default delete do else extends false finally for "
    "function get if in instanceof let new null of return static super switch this throw true try "
    "typeof undefined var void while".split()
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
    """One script: the names that it declares, with where each is seen, and those that it uses."""

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
        """Tokens whose name is declared nowhere around them."""
        seen = {}
        for name, first, last in self.declared:
            seen.setdefault(name, []).append((first, last))
        for index in self.uses():
            name = self.words[index]
            if not any(first <= index <= last for first, last in seen.get(name, ())):
                yield index
