#!/usr/bin/env python3
"""What others notice of hostile requests: the time of everybody else's
questions without and with 6,000 hostile requests, and the most memory. Others
are one visitor who asks again and again, and eight who ask when they like.

    python3 tests/hostile/load.py PROGRAM [REQUESTS]
"""

import http.client
import json
import multiprocessing
import os
import random
import subprocess
import sys
import tempfile
import threading
import time

ORDINARY = [
    '{ municipality(code: "GM0344", asOf: "2021-12-31") { name coordination { status } policy { class verdicts { verdict block { id } } } } }',
    '{ municipalities(asOf: "2021-12-31", first: 50, orderBy: [{ by: POPULATION, direction: DESC }]) { totalCount nodes { code name } } }',
    '{ coverageBy(group: { regionSet: "veiligheidsregio" }, asOf: "2021-12-31") { key coverage { byStatus { status count } } } }',
    '{ municipalities(asOf: "2021-12-31") { nodes { code name coordination { status } policy { class completeness { low high } } } } }',
    '{ search(text: "utr") { matched municipality { name } } }',
]


def aliases(number, field):
    return "{ " + " ".join(f"a{at}: {field(at)}" for at in range(number)) + " }"


def spreading(number, times):
    return "{ ...F0 } " + " ".join(
        f"fragment F{at} on Query {{ {f'...F{at + 1} ' * times} }}" for at in range(number)
    ) + f" fragment F{number} on Query {{ __typename }}"


def ring(positions):
    line = [[4 + at / positions, 52 + (at % 7) / 10] for at in range(positions)]
    return {"type": "Polygon", "coordinates": [line + line[:1]]}


def hostile(dice):
    """A question that is refused, or as dear as may just be."""
    day = f"20{dice.randrange(20, 40)}-{dice.randrange(1, 13):02}-{dice.randrange(1, 28):02}"
    kind = dice.randrange(12)
    variables = {}
    if kind == 0:
        query = "{a(b:" + "[" * dice.randrange(1_000, 20_000)
    elif kind == 1:
        query = spreading(dice.randrange(15, 60), 2)
    elif kind == 2:
        query = aliases(400, lambda at: f'timeline(from: "2020-01-01", to: "2026-12-31", step: MONTH, knownAt: "20{10 + at % 80}-01-01T00:00:00Z") {{ coverage {{ byStatus {{ count }} }} }}')
    elif kind == 3:
        query = aliases(dice.randrange(1, 1_100), lambda at: "municipalities { featureCollection(detail: FULL) }")
    elif kind == 4:
        query = "{ municipalities { nodes " + aliases(dice.choice([5, 150]), lambda at: f"priority(weights: {{ gap: {1 + at} }}) {{ rank }}") + " } }"
    elif kind == 5:
        query = "query($v: GeoJSON) " + aliases(dice.choice([3, 1_000]), lambda at: "municipalities(where: { within: $v }) { totalCount }")
        variables = {"v": ring(19_000)}
    elif kind == 6:
        query = '{ municipality(code: "GM0344") { ' + "neighbours { " * 7 + "code" + " }" * 7 + " } }"
    elif kind == 7:
        query = aliases(dice.randrange(1, 200), lambda at: f'coverage(asOf: "{day}", knownAt: "20{dice.randrange(10, 90)}-01-01T00:00:00Z") {{ byStatus {{ count }} }}')
    elif kind == 8:
        query = "{ municipalities { nodes { code name policy { verdicts { block { id title } verdict source { label url } } } } } }"
    elif kind == 9:
        query = aliases(dice.randrange(1, 30), lambda at: 'regions(set: "provincie") { geometry(detail: FULL) }')
    elif kind == 10:
        query = "{ __schema { types { fields { name args { name } type { name ofType { name fields { name } } } } } } }"
    else:
        query = "{ " + "__typename " * dice.randrange(1_000, 6_000) + "}"
    return json.dumps({"query": query, "variables": variables})


class Client:
    """One connection, opened again when the server closes it."""

    def __init__(self, host):
        self.host = host
        self.connection = None

    def ask(self, body):
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection(self.host, timeout=60)
            self.connection.request("POST", "/graphql", body, {"content-type": "application/json"})
            answer = self.connection.getresponse()
            answer.read()
            return answer.status
        except (OSError, http.client.HTTPException):
            self.connection = None
            return 0


# Shared with the processes that are forked from this one.
ENDED = multiprocessing.Event()


def visit(host, seed, pause):
    """Asks until it is told to end; how long each question took, how often each status came."""
    # Who asks has a machine of its own as well: it goes first, where it may.
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    except PermissionError:
        print("without the right to go first, some of the time is this program's own")
    client, dice, times, statuses = Client(host), random.Random(seed), [], {}
    while not ENDED.is_set():
        body = json.dumps({"query": dice.choice(ORDINARY)})
        begin = time.perf_counter()
        status = client.ask(body)
        times.append(time.perf_counter() - begin)
        statuses[status] = statuses.get(status, 0) + 1
        time.sleep(pause(dice))
    return times, statuses


def steady(_):
    return 0.002


def by_chance(dice):
    """As many questions of eight visitors in a second as of one who is steady."""
    return dice.expovariate(1 / 0.02)


def total(counts):
    every = {}
    for each in counts:
        for status, count in each.items():
            every[status] = every.get(status, 0) + count
    return every


def measure(host, visitors, pause, lasts):
    """Lets visitors ask while something lasts, each in a process of its own."""
    ENDED.clear()
    with multiprocessing.Pool(visitors) as pool:
        asked = pool.starmap_async(visit, [(host, 7 + at, pause) for at in range(visitors)])
        outcome = lasts()
        ENDED.set()
        answered = asked.get()
    times = [each for times, _ in answered for each in times]
    return times, total(statuses for _, statuses in answered), outcome


def percentile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1_000


def memory(process):
    with open(f"/proc/{process.pid}/status") as status:
        lines = dict(line.split(":", 1) for line in status)
    return int(lines["VmHWM"].split()[0]) // 1024


def told(name, times, statuses):
    shares = ", ".join(f"p{round(share * 100)} {percentile(times, share):.2f} ms" for share in (0.5, 0.9, 0.99))
    print(f"{name}: {len(times)} questions, {shares}, {statuses}")


def attack_from(host, process, number):
    """Sends so many hostile requests by four connections; how often each status came."""
    # An attacker makes its questions on a machine of its own: here it may take
    # only what nobody else wants.
    os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    left, lock, asked = iter(range(number)), threading.Lock(), {}

    def attack(seed):
        client, dice = Client(host), random.Random(seed)
        while True:
            with lock:
                if next(left, None) is None:
                    return
            status = client.ask(hostile(dice))
            with lock:
                asked[status] = asked.get(status, 0) + 1

    threads = [threading.Thread(target=attack, args=(4 * process + at,)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return asked


def attack_all(host, number):
    # In processes of their own: who is measured must not wait for an attacker
    # that is writing its question.
    attackers = 4
    with multiprocessing.Pool(attackers) as pool:
        each = number // attackers
        return total(pool.starmap(attack_from, [(host, seed, each) for seed in range(attackers)]))


def main():
    program = sys.argv[1]
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 6_000
    for name, visitors, pause in (("one visitor", 1, steady), ("eight visitors", 8, by_chance)):
        folder = tempfile.mkdtemp()
        process = subprocess.Popen(
            [program, "serve", "--listen", "127.0.0.1:0", "--database", f"sqlite://{folder}/load.db", "--demo"],
            stderr=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
            env={key: value for key, value in os.environ.items() if not key.startswith("DEKKINGSKAART_")},
        )
        try:
            line = next(line for line in process.stdout if "http://" in line)
            host = line.split("http://")[1].split()[0].strip("/").split("/")[0]
            for query in ORDINARY:
                assert Client(host).ask(json.dumps({"query": query})) == 200
            times, statuses, _ = measure(host, visitors, pause, lambda: time.sleep(15))
            told(f"{name}, alone", times, statuses)
            print(f"memory: {memory(process)} MB")
            times, statuses, asked = measure(host, visitors, pause, lambda: attack_all(host, number))
            told(f"{name}, beside hostile requests", times, statuses)
            print(f"hostile: {asked}")
            print(f"memory at most: {memory(process)} MB")
            assert process.poll() is None, "the server ended"
        finally:
            process.terminate()


if __name__ == "__main__":
    main()
