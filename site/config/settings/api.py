"""How the JSON API answers and describes itself."""

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [
        "rest_framework.parsers.JSONParser",
        "rest_framework.parsers.MultiPartParser",  # how the back office's editor of translations sends each text
    ],
    "EXCEPTION_HANDLER": "core.api.as_refusal",
    "URL_FORMAT_OVERRIDE": None,  # `format` is an unknown parameter like any other
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": None,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Annuaire de la rénovation énergétique",
    "DESCRIPTION": "Les professionnels qui travaillent à un endroit donné. Lecture seule, sans clé.",
    "VERSION": "1.0.0",
    "PREPROCESSING_HOOKS": ["directory.api.schema.public_endpoints"],
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_AUTHENTICATION": [],
    "SERVE_PERMISSIONS": [],
    "ENUM_NAME_OVERRIDES": {"PlaceKind": ["commune", "department"], "SuggestionKind": ["trade", "page"]},
}
