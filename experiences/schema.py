"""What OpenAPI says of the cases: the query string that they share with the page, and what they look like."""

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from energy.labels import LETTERS
from experiences.cases import GAINS
from experiences.vocabulary import SIZES, HeatingEnergy, Period


def _several(name: str, description: str, values: list[str] | None = None) -> OpenApiParameter:
    return OpenApiParameter(name, str, description=description, enum=values, many=True)


PARAMETERS = [
    OpenApiParameter("logement", str, enum=["maison", "copropriete"]),
    _several("travaux", "Identifiants de métiers (voir `trades/`) ; plusieurs valeurs : l’une ou l’autre."),
    _several("gain", "Gain d’énergie primaire, en pour cent au moins.", [str(gain) for gain in GAINS]),
    _several("periode", "Période de construction.", Period.values),
    _several("taille", "Nombre de logements.", list(SIZES)),
    _several("chauffage", "Énergie du chauffage avant les travaux.", HeatingEnergy.values),
    _several("commune", "Code INSEE."),
    _several("etiquette", "Étiquette énergie après les travaux.", list(LETTERS)),
    OpenApiParameter("bbox", str, description="Ouest, sud, est, nord : quatre nombres en degrés."),
]


class PropertiesSerializer(serializers.Serializer):
    """A case; `name` is unique in the answer."""

    name = serializers.CharField(help_text="Titre, commune, étiquette et taille en une ligne.")
    title = serializers.CharField()
    url = serializers.CharField()
    language = serializers.CharField(allow_blank=True, help_text="Langue du texte, vide si c’est celle demandée.")
    commune = serializers.CharField(allow_null=True, help_text="Code INSEE.")
    place = serializers.CharField(allow_null=True)
    housing = serializers.ListField(child=serializers.CharField())
    dwellings = serializers.IntegerField(allow_null=True)
    size = serializers.CharField(allow_blank=True)
    finished = serializers.CharField(allow_blank=True)
    period = serializers.CharField(allow_blank=True)
    heating = serializers.CharField(allow_blank=True)
    works = serializers.ListField(child=serializers.CharField())
    label_before = serializers.CharField(allow_blank=True)
    label_after = serializers.CharField(allow_blank=True)
    gain_percent = serializers.IntegerField(allow_null=True)
    picture = serializers.CharField(allow_blank=True)


class PointSerializer(serializers.Serializer):
    """A published position, as precise as its holder allows."""

    type = serializers.CharField(default="Point")
    coordinates = serializers.ListField(child=serializers.FloatField(), min_length=2, max_length=2)


class CaseSerializer(serializers.Serializer):
    """A case as a feature."""

    type = serializers.CharField(default="Feature")
    id = serializers.IntegerField()
    geometry = PointSerializer(allow_null=True)
    properties = PropertiesSerializer()


class CasesSerializer(serializers.Serializer):
    """A collection of features."""

    type = serializers.CharField(default="FeatureCollection")
    features = CaseSerializer(many=True)


CASES = CasesSerializer
