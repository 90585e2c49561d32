"""Regions, departments, inter-communal bodies, communes, postcodes: which place did the visitor mean?"""

# Shown on the site wherever the geography is credited; the wording follows the licences of the sources.
ATTRIBUTION = (
    "Découpage : INSEE, DGCL, La Poste, via @etalab/decoupage-administratif 6.0.0 — "
    "Contours : IGN Admin Express (Licence Ouverte)"
)
