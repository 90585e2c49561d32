from .areas import RADII_KM, ServiceArea
from .corrections import CorrectionRequest
from .imports import ImportRun
from .professionals import Professional, ProfessionalTrade
from .proofs import Qualification, QualificationDomain
from .settings import DirectorySettings
from .sources import Source, SourceRecord
from .trades import Trade, TradeSynonym

__all__ = [
    "RADII_KM",
    "CorrectionRequest",
    "DirectorySettings",
    "ImportRun",
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
