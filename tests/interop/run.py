#!/usr/bin/python3
"""Opens every export with the programs that people open them with.

    tests/interop/run.py PROGRAM

Starts PROGRAM with invented verdicts and words that a spreadsheet might take
for a formula, and opens its exports with LibreOffice, openpyxl, GDAL and R:
the cells are those of GraphQL, the outlines those of GeoJSON, and nothing
that people wrote is a formula, whatever separator the reader assumes.
"""

import csv
import json
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree as xml
from pathlib import Path

import openpyxl

EVIL = ['=HYPERLINK("http://x")', "+1;=2+3", "-2,=3|@SUM(A1)", "@SUM(1)\t=4", '"=5";"=6"']
FIELDS = "code name population{inhabitants}coordination{status}policy{class lastAssessed}"
COLUMNS = "code,name,population,status,class,lastAssessed"


class Server:
    """The program on a free port with a database of its own."""

    def __init__(self, program, folder):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{probe.getsockname()[1]}"
        self.url = f"http://{address}"
        self.program = program
        self.database = f"sqlite://{folder}/interop.db"
        serve = [program, "serve", "--demo", "--listen", address, "--database", self.database]
        self.process = subprocess.Popen(serve, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while True:
            try:
                self.get("/health/ready")
                break
            except (urllib.error.URLError, ConnectionError):
                if self.process.poll() is not None:
                    sys.exit("the program ended before it was ready")
                time.sleep(0.2)
        made = [program, "token", "add", "desk", "--role", "ADMIN", "--database", self.database]
        self.token = subprocess.run(made, capture_output=True, text=True, check=True).stdout.strip()
        while "ADMIN" not in json.dumps(self.ask("{viewer{role}}")):
            time.sleep(0.2)

    def get(self, path, token=None):
        request = urllib.request.Request(self.url + path)
        if token:
            request.add_header("authorization", f"Bearer {token}")
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def ask(self, query, variables=None):
        body = json.dumps({"query": query, "variables": variables or {}}).encode()
        headers = {"content-type": "application/json", "authorization": f"Bearer {self.token}"}
        request = urllib.request.Request(f"{self.url}/graphql", body, headers)
        try:
            with urllib.request.urlopen(request) as answer:
                told = json.load(answer)
        except urllib.error.HTTPError as error:
            # Until the program knows the token.
            return {"status": error.code}
        assert "errors" not in told, told["errors"]
        return told["data"]


def export(server, folder, name, **parameters):
    """Saves an export, and gives its path."""
    query = urllib.parse.urlencode(parameters)
    file = folder / name.rsplit("/", 1)[-1].replace("municipalities", f"list{len(list(folder.iterdir()))}")
    file.write_bytes(server.get(f"{name}?{query}", server.token))
    return file


def office(file, target, folder, reading=None):
    """Converts a file with LibreOffice, and gives the path of the outcome."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office"]
    if reading:
        command.append(f"--infilter={reading}")
    outcome = folder / "converted"
    command += ["--convert-to", target, "--outdir", str(outcome), str(file)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return outcome / f"{file.stem}.{target.split(':', 1)[0]}"


def formulas(document):
    """The formulas of a flat OpenDocument spreadsheet."""
    attribute = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}formula"
    return [cell.get(attribute) for cell in xml.parse(document).iter() if cell.get(attribute)]


def expected(server, where):
    query = f"query($where:MunicipalityFilter){{municipalities(where:$where){{nodes{{{FIELDS}}}}}}}"
    rows = {}
    for node in server.ask(query, {"where": where})["municipalities"]["nodes"]:
        population = (node["population"] or {}).get("inhabitants")
        policy = node["policy"]
        told = [node["name"], population, node["coordination"]["status"], policy["class"]]
        rows[node["code"]] = [*told, policy["lastAssessed"]]
    return rows


def text_of(value):
    """A cell as text: a date by its day, a whole number without a point."""
    if value is None or value == "":
        return ""
    if hasattr(value, "date"):
        return str(value.date())
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value)


def same(found, told, what):
    told = {code: [text_of(value) for value in row] for code, row in told.items()}
    found = {code: [text_of(value) for value in row] for code, row in found.items()}
    assert found == told, f"{what}: {set(found) ^ set(told) or [(c, found[c], told[c]) for c in told if found[c] != told[c]][:3]}"
    print(f"  {what}: {len(found)} rows, the cells of GraphQL")


def check_cells(server, folder):
    for where in [{}, {"policyClass": ["NONE", "PARTIAL"], "region": {"set": "provincie", "code": "PV28"}}]:
        told = expected(server, where)
        chosen = {"columns": COLUMNS, "values": "codes", "where": json.dumps(where)}
        book = export(server, folder, "/export/municipalities.xlsx", **chosen)
        sheet = openpyxl.load_workbook(book)["Gemeenten"]
        rows = list(sheet.iter_rows(min_row=2, max_col=6, values_only=True))
        same({row[0]: row[1:] for row in rows}, told, "openpyxl, XLSX")
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
        assert sheet.freeze_panes and sheet.auto_filter.ref, "a frozen header and a filter"
        document = export(server, folder, "/export/municipalities.ods", **chosen)
        sheet = openpyxl.load_workbook(office(document, "xlsx", folder)).worksheets[0]
        rows = list(sheet.iter_rows(min_row=2, max_col=6, values_only=True))
        same({row[0]: row[1:] for row in rows}, told, "LibreOffice, ODS")
        # 44 is the comma, 34 the quote, 76 UTF-8; then the cells as they are, the first sheet.
        csv_file = office(book, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", folder)
        with open(csv_file, encoding="utf-8-sig", newline="") as file:
            read = list(csv.reader(file))[1:]
        dates = [{**dict(enumerate(row)), 5: iso(row[5])} for row in read]
        same({row[0]: [row[at] for at in range(1, 6)] for row in dates}, told, "LibreOffice, XLSX")
        for separator, number in [("semicolon", 59), ("comma", 44)]:
            file = export(server, folder, "/export/municipalities.csv", separator=separator, decimal="point", **chosen)
            read = office(file, "xlsx", folder, f"Text - txt - csv (StarCalc):{number},34,76,1,,0,false,false")
            sheet = openpyxl.load_workbook(read).worksheets[0]
            rows = list(sheet.iter_rows(min_row=2, max_col=6, values_only=True))
            same({row[0]: row[1:] for row in rows}, told, f"LibreOffice, CSV with a {separator}")


def iso(text):
    """A date as LibreOffice writes it in a CSV of an English or a Dutch sheet."""
    found = re.fullmatch(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})", text)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else text


def check_formulas(server, folder):
    paths = ["/export/municipalities.xlsx", "/export/municipalities.ods"]
    paths += [f"/export/municipalities.csv?separator={each}" for each in ("semicolon", "comma", "tab")]
    paths += ["/export/audit.csv", f"/export/municipalities.xlsx?campaign={server.campaign}"]
    paths += [f"/export/municipalities.csv?campaign={server.campaign}&separator={each}" for each in ("semicolon", "comma")]
    found = 0
    for at, path in enumerate(paths):
        ending = path.split("?")[0].rsplit(".", 1)[1]
        file = folder / f"words{at}.{ending}"
        file.write_bytes(server.get(path, server.token))
        ways = [None] if ending in ("xlsx", "ods") else [f"Text - txt - csv (StarCalc):{each},34,76,1" for each in (59, 44, 9)]
        for way in ways:
            document = office(file, "fods", folder, way)
            assert not formulas(document), f"{path} read by {way}: {formulas(document)[:3]}"
            found += sum("HYPERLINK" in (text or "") for text in xml.parse(document).getroot().itertext())
    assert found > 0, "the words are there, as words"
    print(f"  LibreOffice: {len(paths)} files, each CSV by three separators, no formula; the words stand {found} times")


def gdal(program, *arguments):
    """What a program of GDAL prints."""
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=True).stdout


def check_outlines(server, folder):
    for crs in ("28992", "4326"):
        file = export(server, folder, "/export/municipalities.gpkg", crs=crs)
        told = gdal("ogrinfo", "-so", file, "municipalities")
        count = int(re.search(r"Feature Count: (\d+)", told)[1])
        assert count == len(expected(server, {})), count
        assert f'ID["EPSG",{crs}]]' in told, told
        assert "layer_styles" in gdal("ogrinfo", "--config", "OGR_SQLITE_LIST_ALL_TABLES", "YES", file)
        extent = re.search(r"Extent: (.*)", told)[1]
        print(f"  GDAL, GeoPackage in EPSG:{crs}: {count} features, extent {extent}")
    geopackage = export(server, folder, "/export/municipalities.gpkg", crs="4326")
    plain = export(server, folder, "/export/municipalities.geojson")
    areas = []
    for file, geometry in ((geopackage, "geom"), (plain, "geometry")):
        layer = re.search(r"^1: (\S+)", gdal("ogrinfo", "-q", file), re.MULTILINE)[1]
        query = f'select code, round(ST_Area({geometry}), 7) from "{layer}" order by code'
        told = gdal("ogr2ogr", "-f", "CSV", "/vsistdout/", file, "-dialect", "SQLite", "-sql", query)
        areas.append(told.splitlines()[1:])
    assert areas[0] == areas[1], [pair for pair in zip(*areas) if pair[0] != pair[1]][:3]
    assert len(areas[0]) > 300 and len(set(areas[0])) > 300, areas[0][:3]
    print(f"  GDAL: the areas of {len(areas[0])} outlines are the same in GeoPackage and GeoJSON")


def check_r(server, folder):
    where = {"policyClass": ["NONE"]}
    script = folder / "read.R"
    script.write_text(
        f"""parameters <- c(where = {json.dumps(json.dumps(where))}, separator = "comma", decimal = "point", values = "codes")
values <- vapply(parameters, URLencode, "", reserved = TRUE)
query <- paste(names(parameters), values, sep = "=", collapse = "&")
municipalities <- read.csv(paste0("{server.url}/export/municipalities.csv?", query), fileEncoding = "UTF-8-BOM")
cat(paste(municipalities$code, collapse = "\\n"))
"""
    )
    told = subprocess.run(["Rscript", str(script)], capture_output=True, text=True, check=True).stdout.split()
    assert sorted(told) == sorted(expected(server, where)), told[:5]
    print(f"  R: {len(told)} rows, the codes of GraphQL")


def record_words(server):
    """Words that a reader might take for a formula, wherever people write."""
    record = "mutation($name:String!){recordArrangement(input:{municipalities:[\"%s\"],organisation:$name,note:$name,status:STRUCTURAL,mode:OWN_STAFF,validFrom:\"2024-01-01\"}){id}}"
    for code, words in zip(["GM0344", "GM0363", "GM0599", "GM0518", "GM0772"], EVIL):
        words = words.replace("\t", " ")
        server.ask(record % code, {"name": words})
    made = server.ask(
        'mutation($title:String!){createCampaign(input:{title:$title,goal:3,from:"2026-01-01",to:"2030-01-01"}){id}}',
        {"title": EVIL[0]},
    )
    server.campaign = made["createCampaign"]["id"]
    server.ask(f'mutation{{addTargets(campaign:"{server.campaign}",codes:["GM0344","GM0363"]){{id}}}}')
    stage = f'mutation($owner:String!){{setStage(campaign:"{server.campaign}",code:"GM0344",stage:INVITED,owner:$owner){{id}}}}'
    server.ask(stage, {"owner": EVIL[0]})


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        server = Server(program, folder)
        try:
            record_words(server)
            for check in (check_cells, check_formulas, check_outlines, check_r):
                print(check.__name__.removeprefix("check_"))
                check(server, folder)
        finally:
            server.process.terminate()
            server.process.wait()


main()
