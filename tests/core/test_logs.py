import json
import logging
import sys

from core.logs import JsonFormatter


def test_writes_one_json_object_a_line_even_for_an_error():
    try:
        raise ValueError("cassé\nen deux")
    except ValueError:
        record = logging.LogRecord("annuaire", logging.ERROR, __file__, 1, "à %s", ("Balma",), sys.exc_info())

    line = JsonFormatter().format(record)

    told = json.loads(line)
    assert "\n" not in line
    assert (told["level"], told["logger"], told["message"]) == ("ERROR", "annuaire", "à Balma")
    assert "ValueError: cassé" in told["trace"]
