"""What the scripts that derive data of France share: their files, and the digest of what they wrote."""

import argparse
import hashlib
import os
import sys


def options_of(description, inputs, output):
    """The files of a call, each of them there, and the folder of the result; None where one is not."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    for name, path in inputs.items():
        parser.add_argument("--" + name, default="../shared/data/" + path)
    parser.add_argument("--output", default=output)
    options = parser.parse_args()
    for name in inputs:
        path = getattr(options, name)
        if not os.path.exists(path):
            sys.stderr.write("%s: file not found - name it with --%s\n" % (path, name))
            return None
    os.makedirs(os.path.dirname(options.output) or ".", exist_ok=True)
    return options


def tell_digest(path):
    """Print the size and the digest of a file."""
    with open(path, "rb") as stream:
        content = stream.read()
    print("%s: %d bytes, SHA-256 %s" % (
        path, len(content), hashlib.sha256(content).hexdigest()))
