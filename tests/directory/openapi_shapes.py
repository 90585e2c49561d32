"""Holds an answer against the OpenAPI description (3.0), as JSON Schema."""

from typing import Any

from jsonschema import Draft202012Validator, FormatChecker


def faults(answer: Any, openapi: dict[str, Any], shape: str) -> list[str]:
    """List how an answer departs from a named shape: a key too many counts as much as one too few."""
    schema = {"$ref": f"#/components/schemas/{shape}", "components": _as_json_schema(openapi["components"])}
    found = Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(answer)
    return [f"{error.json_path}: {error.message}" for error in found]


def _as_json_schema(value: Any) -> Any:
    """Write in JSON Schema what OpenAPI 3.0 says its own way (`nullable`), and close each object."""
    if isinstance(value, list):
        return [_as_json_schema(each) for each in value]
    if not isinstance(value, dict):
        return value
    schema = {name: _as_json_schema(each) for name, each in value.items()}
    if schema.get("type") == "object" and isinstance(schema.get("properties"), dict):
        schema |= {"additionalProperties": False, "required": list(schema["properties"])}
    return {"anyOf": [schema, {"type": "null"}]} if schema.pop("nullable", False) is True else schema
