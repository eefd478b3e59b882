// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EvidenceOriginal.h"

#include "api/Log.h"
#include "api/RecordingFile.h"
#include "crypto/Sha256.h"
#include "evidence/Crc32.h"
#include "sqlite/Query.h"

#include <optional>

namespace Holdfast {

namespace {

using Lack = EvidenceOriginal::Lack;

constexpr qint64 pieceBytes = 64 * 1024;

tl::unexpected<Lack> lack(PackedState state, const QString &why)
{
    return tl::unexpected<Lack>(Lack{state, why});
}

tl::unexpected<Lack> withoutKey(const Failure &failure)
{
    if (failure.kind == FailureKind::NotFound)
        return lack(PackedState::Missing, QStringLiteral("The server has no file of it, only what is known about it."));
    return lack(PackedState::Unreadable, QStringLiteral("Its file can't be opened, for the server does not have the "
                                                        "key that it is sealed under."));
}

tl::unexpected<Lack> withoutFile(const Failure &failure)
{
    if (failure.kind == FailureKind::NotFound)
        return lack(PackedState::Missing, QStringLiteral("Its file is not where it was stored."));
    if (failure.kind == FailureKind::Corrupt)
        return lack(PackedState::Damaged, QStringLiteral("Its file is not the one that was stored."));
    return lack(PackedState::Unreadable, QStringLiteral("Its file could not be read from the disk."));
}

/// What is read to the end; nothing where that breaks off.
std::optional<PackWriter::Foreseen> lookThrough(QIODevice &device)
{
    Sha256 hash;
    Crc32 crc;
    PackWriter::Foreseen content;
    QByteArray buffer(pieceBytes, Qt::Uninitialized);
    for (;;) {
        const qint64 got = device.read(buffer.data(), buffer.size());
        if (got < 0)
            return std::nullopt;
        if (got == 0)
            break;
        const QByteArrayView piece(buffer.constData(), got);
        hash.add(piece);
        crc.add(piece);
        content.size += got;
    }
    content.crc = crc.result();
    content.sha256 = hash.result();
    return content;
}

} // namespace

tl::expected<EvidenceOriginal, Lack> EvidenceOriginal::open(DataFolder &data, const Recording &recording)
{
    const auto tell = [&](const Failure &failure) {
        qCWarning(logApi).noquote() << "recording" << recording.id.value << "can't be packed:" << failure.message
                                    << failure.detail;
    };
    const Result<SecretKey> key = keyOf(data, recording);
    if (!key) {
        tell(key.error());
        return withoutKey(key.error());
    }
    Result<std::unique_ptr<QIODevice>> device = data.vault().open(recording.filePath, *key, recording.id);
    if (!device) {
        tell(device.error());
        return withoutFile(device.error());
    }
    const std::optional<PackWriter::Foreseen> content = lookThrough(**device);
    if (!content && !(*device)->property("corrupt").toBool()) {
        tell({FailureKind::Unreachable, (*device)->errorString(), {}, {}});
        return withoutFile({FailureKind::Unreachable, {}, {}, {}});
    }
    const bool isTheStored =
        content && content->sha256 == recording.sha256 && content->size == recording.fileSize && (*device)->seek(0);
    if (!isTheStored) {
        tell({FailureKind::Corrupt, (*device)->errorString(), {}, {}});
        return withoutFile({FailureKind::Corrupt, {}, {}, {}});
    }
    return EvidenceOriginal{std::move(*device), *content};
}

Result<EvidenceOriginal::Lack> EvidenceOriginal::withoutRow(Database &database, RecordingId id)
{
    Query query(database, "SELECT count(*) FROM audit WHERE recording_id = ? AND outcome = 'allowed'"
                          " AND action IN ('delete', 'retention-delete')");
    const Result<qint64> deletions = query.bind(id).oneNumber();
    if (!deletions)
        return fail(deletions.error());
    if (*deletions > 0)
        return Lack{PackedState::Deleted, QStringLiteral("It was deleted after the pack was begun.")};
    return Lack{PackedState::Missing,
                QStringLiteral("The server's database does not have it any more, and the audit log does not tell that "
                               "it was deleted: somebody else than the server took it out.")};
}

} // namespace Holdfast
