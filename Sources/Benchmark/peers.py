"""Time what others use on the text of the benchmark, beside the program, in one run.

usage: peers.py PROGRAM FOLDER DATA    (FOLDER holds news.jsonl and names.csv of `make bench`, DATA the names known)
"""

import csv
import glob
import json
import os
import subprocess
import sys
import time

import ahocorasick
import dateparser.search
import spacy

program, folder, data = sys.argv[1:4]
news = os.path.join(folder, "news.jsonl")
names = []
for path in [os.path.join(folder, "names.csv"), *glob.glob(os.path.join(data, "names", "*.csv"))]:
    with open(path, encoding="utf-8", newline="") as file:
        names += [row["name"] for row in csv.DictReader(line for line in file if line[0] != "#")]


def texts(limit):
    """The texts of the news up to a number of bytes."""
    found, size = [], 0
    with open(news, encoding="utf-8") as lines:
        for line in lines:
            found.append(json.loads(line)["text"])
            size += len(found[-1].encode())
            if size >= limit:
                break
    return found, size / 1e6


def speed(name, limit, read):
    """Print and return megabytes a second of `read` over texts."""
    sample, megabytes = texts(limit)
    start = time.perf_counter()
    hits = sum(read(text) for text in sample)
    rate = megabytes / (time.perf_counter() - start)
    print(f"{name:38} {rate:9.2f} MB/s  ({hits} found)")
    return rate


start = time.perf_counter()
subprocess.run(
    [program, "extract", "--threads", "1", "--names", os.path.join(folder, "names.csv"), news],
    stdout=subprocess.DEVNULL,
    check=True,
)
own = os.path.getsize(news) / 1e6 / (time.perf_counter() - start)
print(f"{'sanctions extract, 1 thread':38} {own:9.2f} MB/s")

pipeline = spacy.blank("en")
ruler = pipeline.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
ruler.add_patterns([{"label": "NAME", "pattern": name} for name in names])
pipeline.max_length = 10**9

automaton = ahocorasick.Automaton()
for name in names:
    automaton.add_word(name.lower(), name)
automaton.make_automaton()

peers = {
    "spaCy blank + EntityRuler": speed(
        "spaCy blank + EntityRuler", 2_000_000, lambda text: len(pipeline(text).ents)
    ),
    "pyahocorasick": speed(
        "pyahocorasick", 20_000_000, lambda text: sum(1 for _ in automaton.iter(text.lower()))
    ),
    "dateparser": speed(
        "dateparser.search_dates",
        100_000,
        lambda text: len(dateparser.search.search_dates(text, languages=["en"]) or []),
    ),
}
for name, rate in peers.items():
    print(f"{own / rate:7.1f} times {name}")
