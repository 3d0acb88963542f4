# The two commands of the README are `make report` and `make test`; the others are for contributors.
.PHONY: report test lint browser picture bench fuzz torture scripts packages clean

BINARY = .build/release/coverage-report
PACKAGES = libgeos-dev libproj-dev
BROWSER_PYTHON = .build/browser/bin/python

## Installs what is missing, builds, and runs the demonstration: all of France into out/, then one region
## into out/region/.
report: $(BINARY)
	$(BINARY) report data/demo/etude.yml --output out
	$(BINARY) report data/demo/etude.yml --area region:24 --output out/region

## Builds and runs every test.
test: packages
	swift build --build-tests
	.ci/tests

.PHONY: $(BINARY)
$(BINARY): packages
	swift build -c release --product coverage-report

## The system packages, installed where they are missing.
packages:
	@command -v swift >/dev/null || { echo "Swift 6.3 is missing: see https://www.swift.org/install/linux/" >&2; exit 69; }
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q "ok installed" || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ]; then root=""; elif command -v sudo >/dev/null; then root=sudo; else \
	  echo "Missing:$$missing. Ask an administrator of this machine for: apt-get install$$missing" >&2; exit 69; \
	fi; \
	echo "Installing$$missing"; \
	$$root apt-get update -qq || echo "apt-get update failed in part; installing from what is known" >&2; \
	$$root apt-get install -y -qq $$missing

## Style, the borders between targets and between the scripts of the page, and the order of the folders
## (Sources/FLOW).
lint: packages
	swift build --quiet
	python3 .ci/flow.py
	swift format lint --strict --recursive --parallel Sources Tests Fuzz/Sources Fuzz/Package.swift notebooks-free-scripts Package.swift
	@! grep -rnE '^ *(internal |private |public |package )?import C(Digest|Folders|GEOS|PROJ|SQLite|TIFF|Zlib)' Sources Tests --include='*.swift' \
	  | grep -v '^Sources/GeoKernel/' || { echo "C is imported outside GeoKernel" >&2; exit 1; }
	@! grep -rnE '\bGEOS[A-Za-z_]+\(' Sources --include='*.swift' | grep -vE 'GEOS[A-Za-z_]*_r\(|GEOS(Context|Fault|version)\(' \
	  || { echo "a function of GEOS without its context (_r)" >&2; exit 1; }
	@! find . -path '*/.build*' -prune -o -xtype l -print | grep . || { echo "a link that leads nowhere" >&2; exit 1; }
	@! grep -rnE 'TODO|FIXME' Sources Tests || { echo "an open task in the code" >&2; exit 1; }
	@python3 .ci/page_scripts.py

## The page in headless Chromium (Debian's package chromium); pictures of it stay in out/browser.
browser: report
	@if ! command -v chromium >/dev/null; then \
	  echo "SKIPPED: make browser needs Debian's package chromium"; \
	elif ! { [ -x $(BROWSER_PYTHON) ] || python3 -m venv .build/browser; } \
	  || ! $(BROWSER_PYTHON) -m pip install --quiet --requirement Tests/browser/requirements.txt; then \
	  echo "SKIPPED: make browser cannot install Tests/browser/requirements.txt"; \
	else $(BROWSER_PYTHON) Tests/browser/run.py --report out --output out/browser; fi

## The pictures of the READMEs: the map, and the first screen of the page.
picture: $(BINARY)
	$(BINARY) report data/demo/etude.yml --language fr --quiet --output out/picture
	cp out/picture/carte.svg docs/carte-demo.svg
	@if command -v chromium >/dev/null && command -v pngquant >/dev/null; then \
	  chromium --headless --no-sandbox --hide-scrollbars --window-size=1280,900 \
	    --virtual-time-budget=4000 --screenshot=out/picture/page.png file://$(CURDIR)/out/picture/rapport.html && \
	  pngquant --force --strip --output docs/page-demo.png 96 out/picture/page.png; \
	else echo "SKIPPED: docs/page-demo.png needs Debian's packages chromium and pngquant"; fi

## Times the same work here and in other tools; see Benchmarks/README.md. BENCH="--only drawn-time" passes options.
bench: $(BINARY)
	python3 Benchmarks/bench.py $(BENCH)

## Looks for files that make a reader crash, hang or swell; see Fuzz/README.md.
fuzz: SECONDS ?= 60
fuzz: TARGET ?= all
fuzz: packages
	Fuzz/run $(SECONDS) $(TARGET)

## Kills runs, sets them against each other and fills their disk; see Tests/torture. TORTURE="--kills 20".
torture: $(BINARY)
	python3 Tests/torture/torture.py $(TORTURE)

## Every analysis of notebooks-free-scripts/, on the report in out/.
scripts: report
	swift build -c release --product coverage-readings
	.build/release/coverage-readings
	python3 notebooks-free-scripts/indicator_of_month.py --month 2022-12
	python3 notebooks-free-scripts/indicator_of_month.py --month 2023-06 --report out/2023-06
	python3 notebooks-free-scripts/white_zones_of_department.py --department 24
	python3 notebooks-free-scripts/overlaps_of_region.py --region 93
	$(BINARY) report data/demo/etude.yml --at 2021-12-31 --output out/2021-12
	python3 notebooks-free-scripts/why_it_moved.py --before out/2021-12 --after out
	python3 notebooks-free-scripts/month_to_month.py --month 2022-12
	@cut -d, -f1,4,5,6 out/variation/variation.csv | grep '^national' | diff Tests/demo-variation.txt -
	@if [ -e ../shared/data/units-france.gpkg ]; then \
	  python3 notebooks-free-scripts/make_france.py --output out/remade/units-france.gpkg && \
	  python3 notebooks-free-scripts/make_bassins.py --output out/remade/bassins-de-vie-2022.csv && \
	  python3 notebooks-free-scripts/make_demo.py --output out/remade/demo && \
	  cmp out/remade/units-france.gpkg data/france/units-france.gpkg && \
	  cmp out/remade/bassins-de-vie-2022.csv data/bassins/bassins-de-vie-2022.csv && \
	  for file in out/remade/demo/*; do cmp $$file data/demo/$${file##*/} || exit 1; done && \
	  echo "the data are what their scripts make"; \
	else echo "SKIPPED: make_france.py, make_bassins.py and make_demo.py need ../shared/data"; fi

clean:
	rm -rf .build Fuzz/.build out
