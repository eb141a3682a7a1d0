package dev.cadwright.cad.python.library;

import java.util.Set;

/** Names of modules that come with Python and that are not executed here: a program may import them, but not use them. */
final class StandardLibrary {
    static final Set<String> NAMES = Set.of(
            "argparse", "array", "ast", "asyncio", "atexit", "base64", "binascii", "bisect", "builtins", "bz2", "calendar",
            "cmath", "code", "codecs", "colorsys", "concurrent", "configparser", "contextlib", "contextvars", "csv",
            "ctypes", "datetime", "decimal", "difflib", "dis", "doctest", "email", "errno", "faulthandler", "fileinput",
            "fnmatch", "fractions", "ftplib", "gc", "getopt", "getpass", "gettext", "glob", "gzip", "hashlib", "heapq",
            "hmac", "html", "http", "importlib", "inspect", "io", "ipaddress", "json", "keyword", "linecache", "locale",
            "logging", "lzma", "marshal", "mimetypes", "mmap", "multiprocessing", "numbers", "operator", "os", "pathlib",
            "pdb", "pickle", "pkgutil", "platform", "pprint", "profile", "queue", "re", "reprlib", "runpy", "sched",
            "secrets", "select", "selectors", "shelve", "shlex", "shutil", "signal", "site", "smtplib", "socket",
            "sqlite3", "ssl", "stat", "statistics", "string", "struct", "subprocess", "symtable", "sysconfig", "tarfile",
            "tempfile", "textwrap", "threading", "timeit", "tkinter", "token", "tokenize", "trace", "traceback",
            "tracemalloc", "turtle", "types", "unicodedata", "unittest", "urllib", "uuid", "venv", "weakref",
            "webbrowser", "xml", "zipfile", "zipimport", "zlib", "zoneinfo");

    private StandardLibrary() {}
}
