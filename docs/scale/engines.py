"""The engines that `run` knows: how each is started, given statements and measured."""

import contextlib
import csv
import io
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import time

try:
    import duckdb
except ImportError:
    duckdb = None
try:
    import chdb
    from chdb import session
except ImportError:
    chdb = None


class Failed(Exception):
    """An engine did not take a statement."""


@contextlib.contextmanager
def told(*errors):
    """Turns an engine's own errors into `Failed`."""
    try:
        yield
    except errors as error:
        raise Failed(error) from error


def timed(action):
    """Returns what the action returns, and the seconds it took."""
    start = time.perf_counter()
    result = action()
    return result, time.perf_counter() - start


def run(*command, **options):
    """Runs a program, and returns what it writes."""
    done = subprocess.run(list(map(str, command)), text=True, capture_output=True, **options)
    if done.returncode != 0:
        raise Failed(f"{command[0]} ended with {done.returncode}: {done.stderr.strip()}")
    return done.stdout


class Engine:
    """An engine in a folder of its own, from `with` to its end."""

    name = ""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass

    @staticmethod
    def lacks():
        """Returns what is missing to run it, or None."""

    def version(self):
        """Returns the engine's version."""

    def load(self, statements):
        """Runs statements that load. Returns the seconds they took."""

    def ask(self, statement):
        """Returns the rows of the answer, and the seconds it took."""

    def size(self):
        """Returns the bytes that the records take on disk, with their indexes."""


class DuckDb(Engine):
    name = "DuckDB"

    @staticmethod
    def lacks():
        return None if duckdb else "no duckdb: `pip install duckdb`"

    def __enter__(self):
        self.file = self.folder / "briefs.duckdb"
        self.connection = duckdb.connect(str(self.file))
        return self

    def __exit__(self, *_):
        self.connection.close()

    def version(self):
        return duckdb.__version__

    def load(self, statements):
        with told(duckdb.Error):
            return timed(lambda: self.connection.execute(statements))[1]

    def ask(self, statement):
        with told(duckdb.Error):
            return timed(lambda: self.connection.execute(statement).fetchall())

    def size(self):
        self.connection.execute("CHECKPOINT")
        return self.file.stat().st_size


class Sqlite(Engine):
    name = "SQLite"

    @staticmethod
    def lacks():
        return None if shutil.which("sqlite3") else "no sqlite3: `apt-get install sqlite3`"

    def __enter__(self):
        self.file = self.folder / "briefs.db"
        self.connection = None
        return self

    def __exit__(self, *_):
        if self.connection:
            self.connection.close()

    def version(self):
        return sqlite3.sqlite_version

    def load(self, statements):
        seconds = timed(lambda: run("sqlite3", self.file, input=statements))[1]
        self.connection = self.connection or sqlite3.connect(self.file)
        return seconds

    def ask(self, statement):
        with told(sqlite3.Error):
            return timed(lambda: self.connection.execute(statement).fetchall())

    def size(self):
        return self.file.stat().st_size


class PostgreSql(Engine):
    name = "PostgreSQL"

    @staticmethod
    def lacks():
        if PostgreSql.programs() is None:
            return "no postgresql: `apt-get install postgresql`"
        if os.geteuid() == 0 and not shutil.which("runuser"):
            return "it does not run as root, and there is no runuser"
        return None

    @staticmethod
    def programs():
        """Returns the folder of the server's programs."""
        debian = pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb")
        newest = max(debian, key=lambda path: int(path.parts[-3]), default=shutil.which("initdb"))
        return newest and pathlib.Path(newest).parent

    def server(self, program, *arguments):
        """Runs a program of the server, which refuses to be root."""
        user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        log = open(self.folder / "log", "a")
        with log:
            done = subprocess.run([*user, self.programs() / program, *arguments],
                                  stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder)
        if done.returncode != 0:
            raise Failed(f"{program} failed: {(self.folder / 'log').read_text()}")

    def __enter__(self):
        self.data = self.folder / "data"
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self.server("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
                    "--locale", "C.UTF-8")
        self.server("pg_ctl", "-D", self.data, "-w", "start", "-l", self.folder / "server.log",
                    "-o", f"-c listen_addresses='' -c unix_socket_directories='{self.folder}'")
        return self

    def __exit__(self, *_):
        self.server("pg_ctl", "-D", self.data, "-w", "-m", "fast", "stop")

    def psql(self, *arguments, **options):
        return run("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "postgres",
                   *arguments, **options)

    def version(self):
        return self.psql("-At", "-c", "SHOW server_version").split()[0]

    def load(self, statements):
        return timed(lambda: self.psql(input=statements))[1]

    def ask(self, statement):
        # The last line is psql's own measure: `Time: 12.345 ms`, or that and `(00:01.234)`.
        output = self.psql("--csv", "-t", "-c", r"\timing on", "-c", statement)
        table, _, milliseconds = output.rpartition("Time: ")
        rows = [tuple(row) for row in csv.reader(io.StringIO(table, newline=""))]
        return rows, float(re.match(r"[\d.]+", milliseconds)[0]) / 1000

    def size(self):
        return int(self.psql("-At", "-c", "SELECT pg_total_relation_size('records')"))


class ClickHouse(Engine):
    name = "ClickHouse"

    @staticmethod
    def lacks():
        return None if chdb else "no chdb: `pip install chdb`"

    def __enter__(self):
        self.session = session.Session(str(self.folder / "clickhouse"))
        return self

    def __exit__(self, *_):
        self.session.close()

    def version(self):
        return self.ask("SELECT version()")[0][0][0]

    def load(self, statements):
        with told(RuntimeError):
            return timed(lambda: self.session.query(statements))[1]

    def ask(self, statement):
        with told(RuntimeError):
            result, seconds = timed(lambda: self.session.query(statement, "CSV"))
        return [tuple(row) for row in csv.reader(io.StringIO(result.data(), newline=""))], seconds

    def size(self):
        rows, _ = self.ask("SELECT sum(bytes_on_disk) FROM system.parts"
                           " WHERE active AND database = currentDatabase() AND table = 'records'")
        return int(rows[0][0])


ALL = [DuckDb, Sqlite, PostgreSql, ClickHouse]
