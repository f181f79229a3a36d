"""A child process that speaks with pyttsx3's voices: its engine for eSpeak NG in place of the system's own."""

import os
import sys

import espeakng_loader

from kiosk.speech.process import Service
from kiosk.speech.system import System

if __name__ == "__main__":
    espeakng_loader.load_library()
    os.environ["ESPEAK_DATA_PATH"] = str(espeakng_loader.get_data_path())
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    Service(System("espeak"), sys.stdin.buffer, answers).run()
