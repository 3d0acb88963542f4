#!/usr/bin/env python3
"""Kills runs, sets them against each other and fills their disk, and looks at what stays.

The law: a folder holds one study or the other, whole, and all that somebody else put there; after the next
run there is nothing else. `make torture` calls it; see --help.
"""

import argparse
import hashlib
import json
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
HIDDEN = ".coverage-report"
SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP]


def squares(side):
    """Units that are squares, and two lists that differ."""
    features, first, second = [], ["cpts_id,cpts_nom,stade,code"], ["cpts_id,cpts_nom,stade,code"]
    for index in range(side * side):
        x, y = 2 + index % side * 0.01, 46 + index // side * 0.01
        ring = [[x, y], [x + 0.01, y], [x + 0.01, y + 0.01], [x, y + 0.01], [x, y]]
        code = f"{1001 + index:05}"
        features.append({
            "type": "Feature",
            "properties": {"code": code, "nom": f"U{code}", "dep": code[:2], "reg": "84", "population": 100 + index},
            "geometry": {"type": "Polygon", "coordinates": [ring]}})
        if index % 3 == 0:
            first.append(f"A,CPTS A,aci_signe,{code}")
        if index % 4 == 0:
            second.append(f"B{index % 5},CPTS B,projet,{code}")
    return {"type": "FeatureCollection", "features": features}, first, second


class Torture:
    def __init__(self, binary, seed):
        self.binary = str(binary)
        self.random = random.Random(seed)
        self.failures = []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="coverage-torture-"))
        units, first, second = squares(4)
        (self.folder / "units.geojson").write_text(json.dumps(units))
        (self.folder / "first.csv").write_text("\n".join(first) + "\n")
        (self.folder / "second.csv").write_text("\n".join(second) + "\n")
        self.library = self.folder / "kill_at.so"
        compiler = shutil.which("clang") or shutil.which("cc")
        subprocess.run(
            [compiler, "-shared", "-fPIC", "-o", self.library, HERE / "kill_at.c", "-ldl"], check=True)
        self.states = {}
        for name in ("first", "second"):
            self.run(name, f"whole-{name}").check()
            self.states[name] = self.state(self.folder / f"whole-{name}")
        assert self.states["first"] != self.states["second"]

    def call(self, study, output, *options):
        return [
            self.binary, "report", "--units", "units.geojson", "--cpts", f"{study}.csv", "--at", "2026-01-01",
            "--quiet", "--output", output, *options]

    def run(self, study, output, *options, cwd=None, **environment):
        call = self.call(study, output, *options)
        if cwd:
            call[3:6:2] = [str(self.folder / call[3]), str(self.folder / call[5])]
        result = subprocess.run(
            call, cwd=cwd or self.folder, env={**os.environ, **environment}, capture_output=True, text=True)
        result.check = result.check_returncode
        return result

    @staticmethod
    def state(folder):
        """What a user sees: names and digests, day and seconds of the summary aside."""
        found = {}
        for path in sorted(folder.rglob("*")):
            name = str(path.relative_to(folder))
            if path.is_dir() or name.startswith(HIDDEN) or name.startswith("mine/") or ".avant-" in name or name == "note.txt":
                continue
            data = path.read_bytes()
            if name.endswith("resume.json"):
                data = re.sub(rb'"date" : .*|"empreinte" : .*|"secondes" : \{[^}]*\}', b"", data)
                data = re.sub(rb'"sha256" : "\w+"(?=\s*\}[^\]]*\],\s*"options)', b"", data)
            found[name] = hashlib.sha256(data).hexdigest()
        return found

    def which(self, folder):
        """The study that a folder holds, or None for a mixture."""
        if not folder.exists():
            return "nothing"
        state = self.state(folder)
        if not state:
            return "nothing"
        return next((name for name, whole in self.states.items() if whole == state), None)

    def prepare(self, output, mine=True):
        """A folder with the first study and files of somebody else's."""
        for path in self.folder.iterdir():
            if path.name.startswith(f".{output.name}.coverage-report"):
                shutil.rmtree(path)
        if output.exists():
            shutil.rmtree(output)
        if not mine:
            return
        shutil.copytree(self.folder / "whole-first", output, symlinks=True)
        dossier = sorted((output / "dossiers").rglob("*.html"))[0]
        dossier.write_text(dossier.read_text() + "une ligne de ma main\n")
        (output / "note.txt").write_text("à moi")
        (output / "mine" / "deep").mkdir(parents=True)
        (output / "mine" / "deep" / "x").write_text("à moi")
        (output / "mine" / "link").symlink_to("deep")

    def expect(self, condition, *words):
        if not condition:
            self.failures.append(" ".join(str(word) for word in words))
            print("FOUND", self.failures[-1], file=sys.stderr)

    def expect_mine(self, output, *words, most=1):
        """A file of somebody else's has its name, or the one that it is kept under; while names change, both."""
        texts = [path.read_text(errors="replace") for path in output.rglob("*.html")]
        self.expect(1 <= sum("de ma main" in text for text in texts) <= most, *words, "the line by hand")
        self.expect((output / "note.txt").is_file() and (output / "note.txt").read_text() == "à moi", *words, "note")
        self.expect((output / "mine/deep/x").is_file(), *words, "deep")
        self.expect((output / "mine/link").is_symlink(), *words, "link")

    def expect_clean(self, output, *words):
        left = [path.name for path in output.iterdir() if path.name.startswith(HIDDEN)]
        left += [p.name for p in output.parent.iterdir() if p.name.startswith(f".{output.name}.coverage-report")]
        self.expect(not left, *words, "left over", left)

    def at_each_step(self, inside, mine):
        """Kills a run at each call that changes the disk, then lets the next one end it."""
        output = self.folder / "steps"
        environment = {"LD_PRELOAD": str(self.library)}
        if inside:
            environment["TORTURE_NO_EXCHANGE"] = "1"
        count = self.folder / "count"
        self.prepare(output, mine)
        self.run("second", "steps", "--jobs", "1", TORTURE_COUNT=str(count), **environment).check()
        steps = int(count.read_text())
        before = "first" if mine else "nothing"
        mixed = 0
        for step in [sign * number for number in range(1, steps + 1) for sign in (1, -1)]:
            self.prepare(output, mine)
            result = self.run("second", "steps", "--jobs", "1", TORTURE_KILL_AT=str(step), **environment)
            words = ("step", step, "inside" if inside else "exchange", "mine" if mine else "fresh")
            self.expect(result.returncode in (-signal.SIGKILL, 0), *words, "code", result.returncode)
            found = self.which_with_dossier(output)
            if found not in (before, "second"):
                # On a disk without exchange, names change one by one; the next run ends it.
                mixed += 1
                self.expect(inside, *words, "mixed")
            if mine:
                self.expect_mine(output, *words, most=3 if inside else 1)
            self.run("second", "steps", **environment).check()
            self.expect(self.which_with_dossier(output) == "second", *words, "after the next run")
            if mine:
                self.expect_mine(output, *words, "after the next run")
            self.expect_clean(output, *words)
        print(f"{2 * steps} kills at {steps} steps, {'inside' if inside else 'exchanged'}, "
              f"{'over a study' if mine else 'fresh'}: {mixed} mixed until the next run")

    def which_with_dossier(self, output):
        """As `which`; the dossier that was changed by hand counts as it was."""
        found = self.which(output)
        if found or not output.exists():
            return found
        state = self.state(output)
        first = self.states["first"]
        if set(state) == set(first) and sum(state[name] != first[name] for name in first) == 1:
            return "first"
        return None

    def at_random(self, count, study):
        """Kills runs of a large study at random times by all signals."""
        output = self.folder / "random"
        call = [self.binary, "report", study, "--quiet", "--output", str(output)]
        start = time.monotonic()
        subprocess.run([*call, "--at", "2022-11-30"], check=True, cwd=ROOT)
        whole = time.monotonic() - start
        states = {"first": self.state(output)}
        shutil.rmtree(output)
        subprocess.run([*call, "--at", "2022-12-31"], check=True, cwd=ROOT)
        states["second"] = self.state(output)
        self.states, kept = states, self.states
        codes, holds = {}, {"first": 0, "second": 0}
        (output / "note.txt").write_text("à moi")
        for turn in range(count):
            day = self.random.choice(["2022-11-30", "2022-12-31"])
            process = subprocess.Popen([*call, "--at", day], cwd=ROOT, stderr=subprocess.DEVNULL)
            time.sleep(self.random.uniform(0, 1.2 * whole))
            number = SIGNALS[turn % len(SIGNALS)]
            process.send_signal(number)
            code = process.wait()
            codes[code] = codes.get(code, 0) + 1
            self.expect(code in (0, -number, 128 + number), "random", turn, "code", code)
            found = self.which(output)
            self.expect(found in states, "random", turn, number.name, "mixed")
            holds[found] = holds.get(found, 0) + 1
            self.expect((output / "note.txt").exists(), "random", turn, "note")
        subprocess.run([*call, "--at", "2022-12-31"], check=True, cwd=ROOT)
        self.expect(self.which(output) == "second", "random: after the last run")
        self.expect_clean(output, "random")
        self.states = kept
        print(f"{count} kills at random times: exit codes {codes}, folder {holds}")

    def pairs(self, count, wait):
        """Sets two runs against each other in one folder."""
        output = self.folder / "pairs"
        codes = {}
        for turn in range(count):
            self.prepare(output, mine=turn % 2 == 0)
            options = ["--wait"] if wait else []
            runs = []
            for study in ("first", "second"):
                runs.append(subprocess.Popen(
                    self.call(study, "pairs", *options), cwd=self.folder, stderr=subprocess.PIPE, text=True))
                time.sleep(self.random.uniform(0, 0.02))
            messages = [run.communicate()[1] for run in runs]
            pair = tuple(run.returncode for run in runs)
            codes[pair] = codes.get(pair, 0) + 1
            self.expect(0 in pair and set(pair) <= ({0} if wait else {0, 73}), "pair", turn, pair, messages)
            self.expect(self.which(output) in self.states, "pair", turn, "mixed")
            if pair in ((0, 73), (73, 0)):
                self.expect(self.which(output) == ("first" if pair[0] == 0 else "second"), "pair", turn, "loser")
            if turn % 2 == 0:
                self.expect_mine(output, "pair", turn)
            self.expect_clean(output, "pair", turn)
        print(f"{count} pairs{' that wait' if wait else ''}: exit codes {codes}")

    def full_disk(self):
        """Lets files grow to a limit only, then the disk itself where it may be mounted."""
        output = self.folder / "full"
        codes = {}
        for limit in [*range(0, 40), 60, 80, 100, 120, 140, 160, 200]:
            self.prepare(output)
            call = " ".join(self.call("second", "full"))
            result = subprocess.run(
                ["bash", "-c", f"ulimit -f {limit}; exec {call}"], cwd=self.folder, capture_output=True, text=True)
            codes[result.returncode] = codes.get(result.returncode, 0) + 1
            self.expect(result.returncode in (0, 73), "limit", limit, result.returncode, result.stderr)
            expected = "second" if result.returncode == 0 else "first"
            self.expect(self.which_with_dossier(output) == expected, "limit", limit, "mixed")
            self.expect_mine(output, "limit", limit)
        print(f"files limited in size: exit codes {codes}")
        self.small_disk()

    def small_disk(self):
        disk = self.folder / "disk"
        disk.mkdir()
        codes = {}
        for size in range(8, 800, 24):
            if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", disk],
                              capture_output=True).returncode:
                print("SKIPPED: no small disk may be mounted here")
                return
            try:
                for output in ("disk/out", "disk"):
                    result = self.run("second", output)
                    code = result.returncode
                    codes[code] = codes.get(code, 0) + 1
                    self.expect(code in (0, 73), "disk", size, code, result.stderr)
                    found = self.which(self.folder / output) if output == "disk/out" else None
                    if output == "disk/out":
                        self.expect(found == ("second" if code == 0 else "nothing"), "disk", size, found)
            finally:
                subprocess.run(["umount", disk], check=True)
        print(f"disks of 8 to 800 kB: exit codes {codes}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", default=ROOT / ".build/release/coverage-report", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=200, help="kills at random times")
    parser.add_argument("--pairs", type=int, default=100, help="pairs of runs at once")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--study", default="data/demo/etude.yml", help="the large study of the random kills")
    options = parser.parse_args()
    torture = Torture(options.binary.resolve(), options.seed)
    try:
        for inside in (False, True):
            for mine in (True, False):
                torture.at_each_step(inside, mine)
        torture.pairs(options.pairs, wait=False)
        torture.pairs(options.pairs // 4, wait=True)
        torture.full_disk()
        torture.at_random(options.kills, options.study)
    finally:
        shutil.rmtree(torture.folder)
    print(f"{len(torture.failures)} found")
    sys.exit(bool(torture.failures))


if __name__ == "__main__":
    main()
