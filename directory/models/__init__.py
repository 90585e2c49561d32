from .areas import RADII_KM, ServiceArea
from .professionals import Professional, ProfessionalTrade
from .proofs import Qualification, QualificationDomain
from .sources import Source, SourceRecord
from .trades import Trade, TradeSynonym

__all__ = [
    "RADII_KM",
    "Professional",
    "ProfessionalTrade",
    "Qualification",
    "QualificationDomain",
    "ServiceArea",
    "Source",
    "SourceRecord",
    "Trade",
    "TradeSynonym",
]
