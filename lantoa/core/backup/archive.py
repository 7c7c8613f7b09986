"""The archive as a file: written whole or not at all; unpacked without trusting it."""

import hashlib
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import mkstemp
from typing import BinaryIO, Protocol

from lantoa.core.backup.errors import BackupError, DamagedArchive
from lantoa.core.backup.manifest import MANIFEST, File, Manifest

CHUNK = 1 << 20
KEPT_FREE = 50_000_000
MOST_OF_A_MANIFEST = 64_000_000
FOLDERS = ("tables", "files")


class Readable(Protocol):
    """Something to read bytes from."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


@contextmanager
def new_archive(path: Path) -> Iterator[tarfile.TarFile]:
    """An archive to add to. It appears at `path` complete, readable by its owner only, or never."""
    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mkstemp makes mode 0600
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            with tarfile.open(fileobj=stream, mode="w:gz", compresslevel=6) as archive:
                yield archive
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


class Hashing:
    """Reads from another stream and knows the SHA-256 of what was read."""

    def __init__(self, stream: Readable) -> None:
        self.stream, self.digest = stream, hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes."""
        data = self.stream.read(size)
        self.digest.update(data)
        return data


def add_stream(archive: tarfile.TarFile, name: str, stream: BinaryIO) -> File:
    """Add what stands in `stream`, from its beginning, and say what was added."""
    member = tarfile.TarInfo(name)
    member.mode = 0o600
    member.size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    hashing = Hashing(stream)
    archive.addfile(member, hashing)
    return File(member.size, hashing.digest.hexdigest())


def add_files(archive: tarfile.TarFile, folder: Path) -> dict[str, File]:
    """Add every file below `folder`: its path there -> what was added. Links raise BackupError."""
    added = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        if path.is_symlink():
            raise BackupError(f"{path} is a link; a backup holds files only")
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            with path.open("rb") as stream:
                added[name] = add_stream(archive, f"files/{name}", stream)
    return added


def unpack(path: Path, folder: Path) -> Manifest:
    """Write the members of an archive below `folder` and prove them to be what the manifest says.

    Raises DamagedArchive for anything else than an archive of ours: links, devices, paths that
    lead out, members twice, missing or changed.
    """
    digests: dict[str, str] = {}
    try:
        with tarfile.open(path, "r:gz") as archive:
            for member in archive:
                name = _checked(member, digests)
                source = archive.extractfile(member)
                assert source is not None  # noqa: S101 - a regular file, as checked
                digests[name] = _write(source, folder / name, member.size)
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise DamagedArchive(f"{path.name} is no whole archive: {error}") from error
    return _proven(folder, digests)


def _checked(member: tarfile.TarInfo, seen: dict[str, str]) -> str:
    """The name of a member that may be written. Raises DamagedArchive."""
    parts = PurePosixPath(member.name).parts
    ours = member.name == MANIFEST or (len(parts) > 1 and parts[0] in FOLDERS)
    canonical = "/".join(parts) == member.name and ".." not in parts and "\0" not in member.name
    if not member.isreg() or not ours or not canonical or member.name in seen:
        raise DamagedArchive(f"the archive has a member that does not belong: {member.name!r}")
    if member.name == MANIFEST and member.size > MOST_OF_A_MANIFEST:
        raise DamagedArchive("the archive's manifest is too large to be one")
    return member.name


def _write(source: Readable, target: Path, size: int) -> str:
    """Copy to `target`, give the SHA-256. Raises BackupError where the disk has no room."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(target.parent).free < size + KEPT_FREE:
        raise BackupError("the disk has no room to unpack the archive")
    hashing = Hashing(source)
    with target.open("xb") as stream:
        shutil.copyfileobj(hashing, stream, CHUNK)
    target.chmod(0o600)
    return hashing.digest.hexdigest()


def _proven(folder: Path, digests: dict[str, str]) -> Manifest:
    if digests.pop(MANIFEST, None) is None:
        raise DamagedArchive("the archive has no manifest; it is no backup of Lan Tỏa")
    manifest = Manifest.from_bytes((folder / MANIFEST).read_bytes())
    if digests.keys() != manifest.digests.keys():
        odd = sorted(digests.keys() ^ manifest.digests.keys())[0]
        raise DamagedArchive(f"manifest and members differ: {odd}")
    for name, digest in sorted(digests.items()):
        if digest != manifest.digests[name]:
            raise DamagedArchive(f"{name} is not what the manifest says")
    return manifest
