from .cases import ExperiencePage
from .imports import CaseImport
from .index import ExperienceIndexPage
from .parts import ExperienceAid, ExperienceFirm, ExperiencePhoto, ExperienceVote

__all__ = [
    "CaseImport",
    "ExperienceAid",
    "ExperienceFirm",
    "ExperienceIndexPage",
    "ExperiencePage",
    "ExperiencePhoto",
    "ExperienceVote",
]
