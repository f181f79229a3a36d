# Everything is set up here: `make run` and `make test` need nothing but Debian 12, git, make and Python 3.11.
# A second start finds the stamps up to date and touches neither network nor apt.

PYTHON ?= python3
SIZE   ?=
ARGS   ?=

bin     := .venv/bin
stamps  := build/stamps
locked  := .venv/locked
words   := $(wildcard translations/*/LC_MESSAGES/kiosk.po)
types   := build/qml/Kiosk/ViewModels
qt       = $(wildcard .venv/lib/python3.*/site-packages/PySide6/Qt)

export PYTHON SIZE
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help run hub setup setup-dev test lint types qml unit bench screens catalogues clean

help:
	@echo "make run         set up what is missing and start the kiosk (SIZE=1920x1080, ARGS=--windowed)"
	@echo "make hub         try out a city's hub on this machine, in memory"
	@echo "make setup       set up only; afterwards .venv/bin/kiosk is the command"
	@echo "make test        set up and check everything: lint, types, qml, unit"
	@echo "make bench       measure speed and memory against what people would use instead"
	@echo "make screens     take the pictures of docs/screens and check them"
	@echo "make catalogues  bring the translations up to the words in the sources"
	@echo "make clean       remove what was built; .venv stays"

# Setting up

setup: $(stamps)/packages-kiosk $(locked) $(stamps)/catalogues $(stamps)/seed
	@:

setup-dev: setup $(stamps)/packages-test $(locked)-dev

# Debian's Python comes without what makes a virtual environment
$(stamps)/packages-%: deploy/packages/%.txt
	@deploy/packages.sh $$(sed 's/#.*//' $<) $$($(PYTHON) -c 'import ensurepip' 2>/dev/null || echo python3-venv)
	@mkdir -p $(@D) && touch $@

$(locked): uv.lock deploy/environment.sh
	@deploy/environment.sh --no-dev
	@touch $@

$(locked)-dev: uv.lock deploy/environment.sh
	@deploy/environment.sh --dev
	@touch $@

$(stamps)/catalogues: $(words) $(wildcard translations/*.py) | $(locked)
	@$(bin)/python -m translations compile
	@touch $@

$(stamps)/seed: $(shell find content kiosk/seed.py kiosk/folder.py -type f -not -name '*.pyc') | $(locked)
	@$(bin)/python -m kiosk.seed
	@touch $@

# Using

run: setup
	@deploy/screen.sh $(bin)/kiosk $(if $(SIZE),--size $(SIZE)) $(ARGS)

hub: setup-dev
	@deploy/hub/try.sh

# Checking

test: lint types qml unit

lint: setup-dev
	$(bin)/ruff check .

types: setup-dev
	$(bin)/mypy

# QML is checked against the view models' Python source; their types are written to build/, not beside the sources.
qml: setup-dev $(types)/qmldir
	$(bin)/pyside6-qmllint --max-warnings 0 -I $(CURDIR)/build/qml -I $(CURDIR)/ui/qml \
	    $$(find $(CURDIR)/ui/qml -name '*.qml')

$(types)/qmldir: $(wildcard ui/viewmodels/*.py) $(locked)
	@mkdir -p $(@D)
	$(bin)/pyside6-metaobjectdump --quiet --out-file build/viewmodels.json $(filter %.py,$^)
	$(bin)/pyside6-qmltyperegistrar --import-name Kiosk.ViewModels --major-version 1 -o build/viewmodels.cpp \
	    --foreign-types $(qt)/metatypes/qt6core_metatypes.json,$(qt)/metatypes/qt6qml_metatypes.json \
	    --generate-qmltypes $(@D)/viewmodels.qmltypes build/viewmodels.json
	@printf 'module Kiosk.ViewModels\ntypeinfo viewmodels.qmltypes\n' >$@

unit: setup-dev
	$(bin)/pytest -n auto $(ARGS)

bench: setup-dev $(stamps)/packages-bench
	$(bin)/python -m tests.bench $(ARGS)

pictures := --screen start --screen home --screen topic --screen results --screen search --screen offer --screen guide --screen reading \
            --screen feedback --screen exploring --screen keeper --screen emergency --lang de --lang ar

screens: setup
	$(bin)/kiosk shoot --data build/screens --out docs/screens --at 2026-11-20T10:30 --parts 1 $(or $(ARGS),$(pictures))

catalogues: setup-dev
	$(bin)/python -m translations update

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -r {} +
	find translations -name '*.[mq][om]' -delete
