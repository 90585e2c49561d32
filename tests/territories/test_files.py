import gzip
import shutil

import pytest
import time_machine

from territories import ATTRIBUTION, files
from territories.files import BadGeography, digest, read
from territories.packing import pack

SOURCES = {
    "communes": (
        "insee,name,postcodes,dep,region,epci,population,lat,lon,parent,kind\n"
        "01001,Ici,01100,01,84,200,10,46.00000,5.00000,,commune\n"
        "01002,Là,01100,01,84,200,20,46.20000,5.40000,,commune\n"
        "01003,Neuve,01100,01,84,200,30,,,,commune\n"
        "98411,Loin,,984,984,,0,,,,commune\n"
    ),
    "commune_aliases": "old_insee,old_name,kind,insee\n01009,Jadis,deleguee,01001\n01001,Ici,deleguee,01001\n",
    "epci": "siren,name,type,n_communes\n200,CC d’Ici,CC,3\n",
    "departements": "code,name,region,chef_lieu,zone\n01,Ain,84,01053,metro\n984,Terres australes,984,98411,com\n",
    "regions": "code,name,region,chef_lieu,zone\n84,Rhône-Alpes,,69123,metro\n984,Terres australes,,98411,com\n",
}


@pytest.fixture
def sources(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    for name, text in SOURCES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def shipped(tmp_path):
    return shutil.copytree(files.FOLDER, tmp_path / "data")


def rewrite(path, change):
    path.write_bytes(gzip.compress(change(gzip.decompress(path.read_bytes()).decode()).encode(), mtime=0))


def test_ships_the_whole_of_france():
    geography = read()

    counts = [len(rows) for rows in (geography.regions, geography.departments, geography.epcis, geography.communes)]
    assert counts == [18, 109, 1_255, 35_014]
    assert len({code for code, _commune in geography.postcodes}) > 6_200


def test_leaves_only_distant_islands_without_a_centre():
    lost = [row[2] for row in read().communes if row[6] is None]

    assert len(lost) == 94
    assert all(str(department).startswith(("97", "98")) for department in lost)


def test_credits_the_sources():
    assert all(source in ATTRIBUTION for source in ("INSEE", "DGCL", "La Poste", "IGN", "Licence Ouverte"))


def test_packs_the_same_sources_into_the_same_bytes(sources, tmp_path):
    with time_machine.travel("2026-01-01"):
        pack(sources, tmp_path / "one")
    with time_machine.travel("2027-01-01"):
        pack(sources, tmp_path / "two")

    assert digest(tmp_path / "one") == digest(tmp_path / "two")


def test_gives_a_commune_without_centre_the_mean_of_its_postcode_s(sources, tmp_path):
    pack(sources, tmp_path)

    centres = {row[0]: row[6:] for row in read(tmp_path).communes}
    assert centres["01003"] == (46.1, 5.2)
    assert centres["98411"] == (None, None)


def test_keeps_old_names_only_and_no_region_for_a_collectivity(sources, tmp_path):
    pack(sources, tmp_path)

    geography = read(tmp_path)
    assert geography.former_communes == [("01009", "Jadis", "01001")]
    assert ("984", "Terres australes", None) in geography.departments
    assert geography.regions == [("84", "Rhône-Alpes")]


@pytest.mark.parametrize("name", sorted(files.COLUMNS))
def test_says_which_file_is_missing(shipped, name):
    (shipped / f"{name}.csv.gz").unlink()

    with pytest.raises(BadGeography, match=rf"{name}\.csv\.gz.*manque"):
        digest(shipped)


@pytest.mark.parametrize("kept", [0, 5, 100, 700_000])
def test_says_which_file_is_cut_short(shipped, kept):
    path = shipped / "communes.csv.gz"
    path.write_bytes(path.read_bytes()[:kept])

    with pytest.raises(BadGeography, match=r"communes\.csv\.gz"):
        read(shipped)


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("epcis", lambda text: "", "colonnes attendues"),
        ("epcis", lambda text: text.replace("code,name", "code,nom"), "colonnes attendues"),
        ("epcis", lambda text: "code,name\n", "est vide"),
        ("epcis", lambda text: text + "243100518\n", "illisible à la ligne 1257"),
        ("communes", lambda text: text.replace("45.96104", "quarante-cinq"), "illisible à la ligne 4"),
        ("departments", lambda text: text.replace("31,Haute-Garonne,76\n", ""), "ne connaît pas « 31 »"),
        ("former_communes", lambda text: text + "01000,Jadis,99999\n", "ne connaît pas « 99999 »"),
    ],
)
def test_says_what_is_wrong_in_a_file(shipped, name, change, said):
    rewrite(shipped / f"{name}.csv.gz", change)

    with pytest.raises(BadGeography, match=said):
        read(shipped)


def test_says_that_bytes_are_no_archive(shipped):
    (shipped / "regions.csv.gz").write_bytes(b"\xff\xfe<html>")

    with pytest.raises(BadGeography, match="tronqué ou abîmé"):
        read(shipped)
