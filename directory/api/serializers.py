"""The shapes of the API, from which OpenAPI is made.

A sheet and the trades are answered by these classes. A page of results is written by `answers`, which costs a tenth of
what they take for it; a test holds every answer against OpenAPI.
"""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from directory.cards import postal_address
from directory.models import Professional, Qualification, Trade
from directory.querystring import HOUSING, LABELS


class PlaceSerializer(serializers.Serializer):
    """A place that was understood."""

    kind = serializers.ChoiceField(choices=["commune", "department"])
    code = serializers.CharField(help_text="Code INSEE.")
    name = serializers.CharField()
    postcode = serializers.CharField(allow_blank=True)


class ChoiceSerializer(serializers.Serializer):
    """One of several communes that fit what was typed."""

    code = serializers.CharField(help_text="Code INSEE, à donner dans « commune ».")
    name = serializers.CharField()
    inside = serializers.BooleanField(help_text="Dans le territoire du guichet.")


class CorrectionSerializer(serializers.Serializer):
    """A word read otherwise than typed."""

    typed = serializers.CharField()
    read = serializers.CharField()


class UnderstoodSerializer(serializers.Serializer):
    """What the words meant."""

    trades = serializers.ListField(child=serializers.CharField(), help_text="Identifiants de métiers.")
    names = serializers.ListField(child=serializers.CharField(), help_text="Mots cherchés dans les noms.")
    corrections = CorrectionSerializer(many=True)
    ignored = serializers.ListField(child=serializers.CharField(), help_text="Mots laissés de côté.")
    shortened = serializers.BooleanField(
        help_text="Vrai au-delà de 200 caractères ou 20 mots : la suite n’est pas lue."
    )


class FacetSerializer(serializers.Serializer):
    """How many results one more filter would keep."""

    slug = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    count = serializers.IntegerField()


class FacetsSerializer(serializers.Serializer):
    """The counts, by kind of filter."""

    trades = FacetSerializer(many=True)
    labels = FacetSerializer(many=True)
    housing = FacetSerializer(many=True)


class WidenedSerializer(serializers.Serializer):
    """A wider search that finds more."""

    change = serializers.ChoiceField(choices=["names", "filters", "department", "place"])
    count = serializers.IntegerField()
    query = serializers.CharField(help_text="Chaîne de requête de cette recherche.")


class QualificationSerializer(serializers.ModelSerializer[Qualification]):
    """A qualification that holds today, with the day it ends."""

    domain = serializers.CharField(source="domain.name")

    class Meta:
        model = Qualification
        fields = ["name", "domain", "body", "ends"]


class SummarySerializer(serializers.ModelSerializer[Professional]):
    """What a list shows of a firm."""

    url = serializers.CharField(source="get_absolute_url")
    trades = serializers.SerializerMethodField()
    address = serializers.SerializerMethodField()
    qualifications = serializers.SerializerMethodField()

    class Meta:
        model = Professional
        fields = [
            "id", "name", "url", "trades", "address", "latitude", "longitude", "qualifications", "charter_signed_on",
            "fictitious",
        ]  # fmt: skip

    def get_trades(self, professional: Professional) -> list[str]:
        return sorted({trade.slug for trade in professional.trades.all()})

    def get_address(self, professional: Professional) -> str:
        return postal_address(professional)

    @extend_schema_field(QualificationSerializer(many=True))
    def get_qualifications(self, professional: Professional) -> list[dict[str, Any]]:
        valid = [proof for proof in professional.qualifications.all() if proof.is_valid]
        return list(QualificationSerializer(valid, many=True).data)


class ResultSerializer(SummarySerializer):
    """A firm of a page of results; `distance_km` is a rounded copy of what the engine measured."""

    distance_km = serializers.FloatField(allow_null=True, help_text="Jusqu’au centre de la commune cherchée, en km.")

    class Meta(SummarySerializer.Meta):
        fields = [*SummarySerializer.Meta.fields, "distance_km"]


class AreaSerializer(serializers.Serializer):
    """Where a firm works."""

    kind = serializers.CharField()
    label = serializers.CharField(source="*")  # type: ignore[assignment]
    supposed = serializers.BooleanField(help_text="Vrai tant que personne ne l’a confirmée.")


class SourceSerializer(serializers.Serializer):
    """Where the facts come from, and when they were extracted."""

    name = serializers.CharField(source="get_source_display")
    date = serializers.DateField(source="source_date", allow_null=True)


class SheetSerializer(SummarySerializer):
    """Everything public about a firm."""

    housing = serializers.SerializerMethodField()
    service_areas = AreaSerializer(many=True)
    source = SourceSerializer(source="*")  # type: ignore[assignment]

    class Meta(SummarySerializer.Meta):
        fields = [
            *SummarySerializer.Meta.fields, "phone", "email", "website", "description", "housing", "service_areas",
            "source",
        ]  # fmt: skip

    def get_housing(self, professional: Professional) -> list[str]:
        return housing_kinds(professional)


class TradeSerializer(serializers.ModelSerializer[Trade]):
    """A trade of the directory. Its slug is stable."""

    housing = serializers.SerializerMethodField()
    synonyms: serializers.SlugRelatedField = serializers.SlugRelatedField(
        slug_field="phrase", many=True, read_only=True
    )

    class Meta:
        model = Trade
        fields = ["slug", "label", "help", "housing", "synonyms"]

    def get_housing(self, trade: Trade) -> list[str]:
        return housing_kinds(trade)


class SearchSerializer(serializers.Serializer):
    """A page of results and what stands around it."""

    count = serializers.IntegerField()
    place = PlaceSerializer(allow_null=True)
    choices = ChoiceSerializer(many=True, help_text="Communes possibles quand « lieu » en désigne plusieurs.")
    message = serializers.CharField(help_text="Ce qu’il y a à dire du lieu, vide quand il est compris.")
    understood = UnderstoodSerializer()
    engine = serializers.CharField()
    facets = FacetsSerializer()
    widened = WidenedSerializer(many=True)
    results = ResultSerializer(many=True)
    next = serializers.CharField(allow_null=True)
    previous = serializers.CharField(allow_null=True)


class TradesSerializer(serializers.Serializer):
    """Every trade, in the order of the lists."""

    results = TradeSerializer(many=True)


class ErrorSerializer(serializers.Serializer):
    """Why a request is refused."""

    code = serializers.CharField()
    message = serializers.CharField()


class RefusalSerializer(serializers.Serializer):
    """The shape of every refusal."""

    error = ErrorSerializer()


class QuerySerializer(serializers.Serializer):
    """The query string of a search, the same as the page's."""

    q = serializers.CharField(required=False, help_text="Métier, travaux ou nom (200 caractères, 20 mots).")
    lieu = serializers.CharField(required=False, help_text="Code postal, commune ou département.")
    commune = serializers.CharField(required=False, help_text="Code INSEE ; il l’emporte sur « lieu ».")
    metier = serializers.ListField(child=serializers.CharField(), required=False)
    logement = serializers.ChoiceField(choices=list(HOUSING), required=False)
    label = serializers.MultipleChoiceField(choices=list(LABELS), required=False)  # type: ignore[assignment]
    tri = serializers.ChoiceField(choices=["pertinence", "distance"], required=False)
    page = serializers.IntegerField(required=False, min_value=1)


def housing_kinds(row: Trade | Professional) -> list[str]:
    """Name the housing kinds that a trade or a firm works for, as the query string does."""
    works = {"maison": row.for_houses, "copropriete": row.for_coownerships}
    return [kind for kind in HOUSING if works[kind]]
