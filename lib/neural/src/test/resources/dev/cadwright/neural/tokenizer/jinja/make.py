# Records what Python's transformers writes for the templates beside this file: expected.jsonl and snippets.jsonl.
#   python -m venv v && v/bin/pip install transformers==5.23.0 jinja2==3.1.6 numpy && v/bin/python make.py
import json, pathlib
from transformers.utils.chat_template_utils import render_jinja_template, _compile_jinja_template

here = pathlib.Path(__file__).parent
tool = {"type": "function", "function": {"name": "volume", "description": "The volume of a solid.\nIn cubic millimetres.",
    "parameters": {"type": "object", "properties": {"program": {"type": "string", "description": "its text – \"quoted\""},
        "unit": {"type": "string", "enum": ["mm", "in"]}, "sizes": {"type": "array", "items": {"type": "number"}},
        "options": {"type": "object", "properties": {"fast": {"type": "boolean"}, "depth": {"type": "integer"}}}}, "required": ["program"]}}}
other = {"type": "function", "function": {"name": "render", "description": "", "parameters": {"type": "object", "properties": {}}}}
call = lambda name, args, **k: {"type": "function", "function": {"name": name, "arguments": args}, **k}
u = lambda t: {"role": "user", "content": t}
a = lambda t, **k: {"role": "assistant", "content": t, **k}
s = lambda t: {"role": "system", "content": t}
conversations = {
    "one": [u("Draw a box.")],
    "answered": [u("Draw a box."), a("box(1, 2, 3)")],
    "system": [s("  Be brief. "), u("Draw a box.\n"), a("  box(1)\n"), u("Now a é😀 sphere <b>&'\"")],
    "long": [u("a"), a("b"), u("c"), a("d"), u("e")],
    "late-system": [u("a"), s("z"), a("b")],
    "thinking": [u("q"), a("<think>\nhm, é\n</think>\n\nanswer"), u("r"), a("<think>\n\nso\n\n</think>\n\n\nfinal\n")],
    "reasoning": [u("q"), a("x", reasoning_content="why\n"), u("r"), a("y", reasoning_content="\nbecause")],
    "calls": [s("S"), u("How big?"), a("", tool_calls=[call("volume", {"program": "box(1)", "unit": "mm", "n": 1.5, "deep": [1, None, True, {"k": "ü"}]}, id="abcdefghi")]),
        {"role": "tool", "content": "1.0", "tool_call_id": "abcdefghi"}, a("It is 1."), u("thanks")],
    "two-calls": [u("How big?"), a("Let me see.", tool_calls=[call("volume", {"program": "box(1)"}), call("render", "{}")]),
        {"role": "tool", "content": "1.0"}, {"role": "tool", "content": {"content": "ok"}}],
    "answers-last": [u("How big?"), a(None, tool_calls=[call("volume", {"program": "box(1)"})]), {"role": "tool", "content": "1.0"}, {"role": "tool", "content": "2.0"}],
    "parts": [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": "What part?"}, {"type": "image_url", "image_url": "x"}, {"type": "text", "text": "And this?"}, {"type": "video"}]}, a("A box.")],
    "wrong-order": [a("b"), u("a")],
    "unknown-role": [u("a"), {"role": "critic", "content": "c"}],
    "empty": [u(""), a("")],
}
special = {"bos_token": "<s>", "eos_token": "</s>"}
options = [{}, {"add_generation_prompt": True}, {"tools": [tool]}, {"tools": [tool, other], "add_generation_prompt": True},
    {"add_generation_prompt": True, "enable_thinking": False, "add_vision_id": True, "date_string": "26 Jul 2024"},
    {"tools": [tool], "tools_in_user_message": False, "enable_thinking": True}]
(here / "conversations.json").write_text(
    json.dumps({"conversations": conversations, "options": options, "special": special}, ensure_ascii=False, indent=1) + "\n")
with open(here / "expected.jsonl", "w") as out:
    for path in sorted(here.glob("chat/*.jinja")):
        for name, messages in conversations.items():
            for number, option in enumerate(options):
                line = {"template": path.stem, "conversation": name, "options": number}
                try:
                    line["expected"] = render_jinja_template([messages], chat_template=path.read_text(), **special, **option)[0][0]
                except Exception as e:
                    line["error"] = type(e).__name__
                    if type(e).__name__ == "TemplateError":
                        line["raised"] = str(e)
                out.write(json.dumps(line, ensure_ascii=False) + "\n")

values = {"t": " Hello wörld 😀! ", "n": 7, "f": 2.5, "yes": True, "no": False, "nothing": None, "l": [3, 1, 2], "words": ["b", "A", "c", "b"],
    "d": {"b": 2, "a": [1, "x"], "items": 5, "ü": "é'\"\n"}, "people": [{"name": "Ann", "age": 30, "x": {"y": 1}}, {"name": "bob", "age": 25, "x": {"y": 0}}, {"name": "Cid"}],
    "text": "a,b,,c", "lines": "one\ntwo\r\nthree\n", "big": 1e22, "small": 1.5e-7, "third": 0.1, "html": "<a href='x'>&\"</a>", "e": [], "m": {}}
expressions = [
    "t", "n", "f", "yes", "nothing", "l", "d", "people", "big", "small", "third", "missing", "1e16", "123456789012345.0", "1e-4", "0.00001", "-0.0", "100.0",
    "t.strip()", "t|trim", "t.lstrip()", "t.rstrip()", "t.strip(' !H')", "t|length", "t[0]", "t[1]", "t[-3]", "t[1:4]", "t[::-1]", "t[-4:]", "t[:-2]", "t[100]", "t[5:2]", "t[::2]", "t[10:2:-3]",
    "t.split()", "text.split(',')", "text.split(',', 1)", "text.rsplit(',', 1)", "text.split(',')[-1]", "'a b  c'.split(None, 1)", "lines.splitlines()", "lines.splitlines(True)", "text.partition(',')", "text.rpartition(',')",
    "t.upper()", "t.lower()", "t.title()", "t.capitalize()", "'hello big-world it\\'s'|title", "'hello world'.title()", "'hELLO'|capitalize", "t.replace('l', 'L')", "t.replace('l', 'L', 1)", "t|replace('o', '0')", "'aaa'.replace('', '-')", "'ab'|replace('a', 'x', 1)",
    "t.find('w')", "t.find('zz')", "'aXbX'.rfind('X')", "t.count('l')", "t.startswith(' H')", "t.startswith(('x', ' '))", "t.endswith('!')", "'x'.join(words)", "words|join", "words|join(', ')", "people|join(',', attribute='name')", "l|join('-')",
    "'5'.zfill(3)", "'-5'.zfill(4)", "'a'.ljust(3) ~ '|'", "'a'.rjust(3)", "'ab'.center(5) ~ '|'", "'abc'.center(6, '*')", "'abc'.removeprefix('a')", "'abc'.removesuffix('c')", "'12'.isdigit()", "''.isdigit()", "'ab'.isalpha()", "'AB'.isupper()", "'ab'.islower()", "' '.isspace()",
    "n + 1", "n - 10", "n * f", "n / 2", "8 / 2", "n // 2", "-n // 2", "n % 3", "-n % 3", "n ** 2", "2 ** -1", "f ** 2", "-n", "+n", "1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "7.5 // 2", "7.5 % 2", "-7.5 % 2", "n * 'ab'", "'ab' * 3", "l * 2", "l + [4]", "1 + true", "'a' ~ 1 ~ none ~ 2.0 ~ true ~ missing", "'a' + 'b' ~ 'c' + 'd'",
    "1 < 2", "1 < 2 < 3", "1 < 3 < 2", "1 == 1.0", "true == 1", "'a' < 'b'", "[1, 2] < [1, 3]", "[1, 2] == [1, 2]", "(1, 2) == [1, 2]", "{'a': 1} == {'a': 1.0}", "none == none", "missing == missing", "'a' != 'b'", "1 in l", "9 not in l", "'b' in d", "'ell' in t", "'x' in 'abc'", "1 in missing", "n == 7 and f == 2.5", "n == 8 or 'other'", "not n", "not missing", "no or nothing", "yes and 'x'", "not 1 == 2", "(1,)", "()", "(1, 'a', none)", "[1, 2.0, 'x', none, true]", "{'a': 1, 'b': [1]}", "{1: 2, none: 3}",
    "'a' if yes else 'b'", "'a' if no else 'b'", "'a' if no", "'a' if no else 'b' if no else 'c'", "'x' if n > 5 and f else 'y'",
    "d.b", "d['b']", "d.missing", "d['missing']", "d['items']", "d.get('b')", "d.get('zz')", "d.get('zz', 4)", "d.keys()|list", "d.values()|list", "d.items()|list", "d|items|list", "d|length", "d|list", "d|first", "d.a[1]", "d.a.0", "l.0", "l[5]", "l[-1]", "l[0:2]", "l[n:]", "people[0].name", "people[0]['x'].y", "people[2].age",
    "missing.x", "missing['x']", "missing()", "missing|length", "missing|list", "missing + 1", "'a' + missing", "missing|default('x')", "nothing|default('x')", "nothing|default('x', true)", "''|d('y', true)", "missing|d", "nothing.x", "nothing['x']", "nothing|length", "n.x", "n[0]", "t.nope", "t.nope()", "1 + 'a'", "'a' + 1", "1 < 'a'", "1 / 0", "n()", "[][0]", "1|length", "none|upper", "l|upper",
    "t is defined", "missing is defined", "missing is not defined", "missing is undefined", "nothing is none", "n is number", "yes is number", "n is integer", "f is float", "yes is boolean", "t is string", "d is mapping", "l is iterable", "t is iterable", "n is iterable", "l is sequence", "d is sequence", "missing is iterable", "n is odd", "n is even", "n is divisibleby(7)", "n is divisibleby 3", "yes is true", "no is false", "1 is true", "n is eq 7", "n is equalto(8)", "n is ne 7", "n is gt 5", "n is lt(5)", "n is ge 7", "n is le 6", "n is in [7, 8]", "n is in(l)", "'a' is lower", "'A' is upper", "none is sameas none", "n is not none and f is not none", "n is number and t is string", "not t is string", "range is callable", "n is not odd",
    "l|sort", "l|sort(reverse=true)", "words|sort", "words|sort(case_sensitive=true)", "people[:2]|sort(attribute='age')|map(attribute='name')|list", "words|unique|list", "l|reverse|list", "'abc'|reverse", "l|first", "l|last", "e|first", "e|last", "l|sum", "people[:2]|sum(attribute='age')", "l|min", "l|max", "e|max", "words|map('upper')|list", "words|map('upper')|join('+')", "people|map(attribute='name')|list", "people|map(attribute='age', default=0)|list", "people|map(attribute='x.y')|list", "people[:2]|map(attribute='x.y')|list", "l|select('odd')|list", "l|reject('odd')|list", "[0, 1, '', 'a', none]|select|list", "people|selectattr('age')|map(attribute='name')|join(',')", "people|selectattr('age', 'defined')|list|length", "people|rejectattr('age', 'defined')|map(attribute='name')|list", "people|selectattr('name', 'equalto', 'bob')|list|length", "people|selectattr('name', 'in', ['Ann', 'Cid'])|map(attribute='name')|list", "l|batch(2)|list", "l|batch(2, 0)|list", "d|dictsort", "{'b': 1, 'A': 2}|dictsort", "{'b': 1, 'A': 2}|dictsort(false, 'value')",
    "'3'|int", "'x'|int", "'x'|int(5)", "'3.7'|int", "3.9|int", "-3.9|int", "none|int", "'2.5'|float", "'x'|float", "n|float", "-5|abs", "(-5)|abs", "-2.5|abs", "2.567|round(2)", "2.5|round", "3.5|round", "2.4|round(0, 'ceil')", "2.6|round(method='floor')", "7|round", "n|string + 'x'", "l|string", "d|string", "'%s has %d and %.2f'|format('a', 3, 1.005)", "'%s-%s' % ('a', 1)", "'%05d|%-4s|%5.1f' % (42, 'ab', 2.25)", "'a b c'|wordcount", "'a'|center(5) ~ '|'", "html|e", "html|safe", "html|escape", "lines|indent", "lines|indent(2, true)", "'a\\n\\nb'|indent(2)", "'a\\n\\nb'|indent(2, blank=true)", "'a\\nb'|indent('> ')",
    "d|tojson", "d|tojson(indent=2)", "d|tojson(sort_keys=true)", "d|tojson(ensure_ascii=true)", "people|tojson(indent=4)", "l|tojson(separators=(',', ':'))", "d|tojson(separators=(',', ':'))", "t|tojson", "none|tojson", "true|tojson", "1.0|tojson", "1e22|tojson", "e|tojson", "m|tojson(indent=2)", "e|tojson(indent=2)", "[[], {}, [1]]|tojson(indent=1)", "(1, 2)|tojson", "html|tojson", "'\\x7f\\x01\\u2028/'|tojson", "'😀'|tojson(ensure_ascii=true)", "{1: 2, none: 3, 1.5: 5}|tojson", "missing|tojson", "d|tojson(true)", "d|tojson(false, 2)",
    "range(3)|list", "range(1, 4)|list", "range(5, 0, -2)|list", "range(0)|list", "dict(a=1, b=2)", "dict({'x': 1}, y=2)", "namespace(a=1).a", "namespace(a=1).b", "range(3)[1]", "'\\n\\t\\\\\\'\\u00e9\\x41'", "\"it's\"", "['it\\'s', 'say \"x\"', 'both \\' \"', 'tab\\t', 'é', '\\u200b']", "'a' 'b'", "1_000", "0.5e3", "[1, 2,]", "{'a': 1,}", "'x'.upper().lower()|upper", "(1, 2)[0]", "'abc'[1]|upper", "('a', 'b')|join('-')", "{'get': 3}['get']", "not (1 in l and 2 in l)", "d.a is string or d.a is iterable", "t[2:5]|upper ~ '!'", "l|map('string')|join", "words|map('replace', 'b', 'Z')|list", "'a-b_c'|replace('-', ' ')|replace('_', ' ')|title", "1 if 0 else 2 if 0 else 3", "raise_exception('no ' ~ n)", "l.append(4)", "d.update({'x': 1})", "l.count(1)", "l.index(2)", "l.index(9)", "t.__class__", "d.__class__", "''.__class__.__mro__", "l|attr('__class__')", "range(1000000)|list", 
]
blocks = [
    "{% for x in l %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}", "{% for x in e %}a{% else %}none{% endfor %}", "{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}", "{% for x in l if x > 1 %}{{ loop.index }}/{{ loop.length }}:{{ x }} {% endfor %}",
    "{% for x in l %}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.first }}{{ loop.last }}{{ loop.previtem }}-{{ loop.nextitem }} {% endfor %}", "{% for x in l %}{% for y in words %}{{ loop.depth }}{{ loop.index }}{% endfor %}{{ loop.cycle('a', 'b') }}{% endfor %}", "{% for x in words %}{{ loop.changed(x|lower) }}{% endfor %}", "{% for x in [1,2,3,4,5] %}{% if x == 2 %}{% continue %}{% endif %}{% if x == 4 %}{% break %}{% endif %}{{ x }}{% endfor %}",
    "{% set x = 1 %}{% for i in l %}{% set x = x + i %}{{ x }} {% endfor %}{{ x }}", "{% set ns = namespace(x=1) %}{% for i in l %}{% set ns.x = ns.x + i %}{% endfor %}{{ ns.x }}", "{% set x %}a{{ n }}b{% endset %}[{{ x }}]", "{% set x | upper | trim %} a{{ n }}b {% endset %}[{{ x }}]", "{% set a, b = 1, 2 %}{{ a }}{{ b }}", "{% set x = 1, 2 %}{{ x }}", "{% for a, (b, c) in [(1, (2, 3))] %}{{ a }}{{ b }}{{ c }}{% endfor %}", "{% set d.x = 3 %}{{ d.x }}", "{% if n > 5 %}big{% elif n > 2 %}mid{% else %}small{% endif %}", "{% if missing %}a{% else %}b{% endif %}", "{% if yes %}{% set x = 5 %}{% endif %}{{ x }}",
    "{% macro m(a, b='x', c=none) %}[{{ a }}{{ b }}{{ c }}]{% endmacro %}{{ m(1) }}{{ m(1, 2) }}{{ m(b=3, a=4) }}{{ m() }}", "{% macro f(x) %}{% if x > 0 %}{{ x }}{{ f(x - 1) }}{% endif %}{% endmacro %}{{ f(3) }}", "{% macro m() %}{{ late }}{% endmacro %}{% set late = 'y' %}{{ m() }}", "{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}in{{ n }}{% endcall %}", "{% macro m() %}{% for i in l %}{{ caller(i) }}{% endfor %}{% endmacro %}{% call(x) m() %}({{ x }}){% endcall %}", "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}", "{% filter upper %}a{{ n }}b{% endfilter %}", "{% with x = 3, y = n %}{{ x + y }}{% endwith %}{{ x }}", "{% generation %}a{% endgeneration %}b", "{# comment #}a{#- x -#}  b", "a  {#- x -#}  b", "{% raw %}{{ x }}{% endraw %}", "{% raw -%}\n  {{ x }}\n{%- endraw %}\n y",
    "a\n{% if yes %}\nb\n{% endif %}\nc", "a\n  {% if yes %}\n  b\n  {% endif %}\n  c\n", "a\n  {%+ if yes %}\n  b\n  {% endif +%}\n  c\n", "  {{ n }}\n  {{ n }}\n", "{{- n -}}  x", "a  {{- n }}  x", "a {%- if yes -%}  b  {%- endif -%} c", "x {% if yes %} y {% endif %} z", "{% if yes %}\n\nx{% endif %}\n\ny", "\n{% if yes %}x{% endif %}\n\n", "a\r\nb\r\n{% if yes %}\r\nc{% endif %}", "{% for x in l -%}\n   {{ x }}\n{%- endfor %}", "{% for x in l %}\n{{ x }}\n{% endfor %}", "   {# c #}\nx", "x {# c #}\ny", "{{ '{{' }} {{ '%}' }}", "{{ {'a': {'b': 1}} }}", "{{ {'a': {'b': 1}}['a']['b'] }}", "{%- set x = '%}' -%}{{ x }}", "{{ n }}{{ n }}\n{{ n }}", "\t{% if yes %}a{% endif %}\t", "{% if yes %}a{% endif %}   \n  {% if yes %}b{% endif %}",
    "{% if %}", "{{ }}", "{{ n", "{% endif %}", "{% for x in l %}", "{% nope %}", "{{ n|nope }}", "{{ n is nope }}", "{{ 'abc }}", "{{ (1 }}", "{% include 'x' %}", "{% break %}", "{{ n | }}", "{{ 1 2 }}", "{% set %}", "{{ n. }}", "{# open", "{% raw %}x", "{% macro %}{% endmacro %}", "{{ a.b.c }}", "{% for in l %}{% endfor %}",
]
with open(here / "snippets.jsonl", "w") as out:
    for template in ["{{ " + e + " }}" for e in expressions] + blocks:
        line = {"template": template}
        try:
            line["expected"] = _compile_jinja_template(template).render(**json.loads(json.dumps(values)))
        except Exception as e:
            line["error"] = type(e).__name__
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
(here / "values.json").write_text(json.dumps(values, ensure_ascii=False) + "\n")
