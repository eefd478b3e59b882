// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "domain/Result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace Holdfast {

/// The members that every evidence pack has, by their names.
namespace PackMember {
inline constexpr const char *manifest = "manifest.json";
inline constexpr const char *signature = "signature.txt"; ///< the last one; the manifest does not name these two
inline constexpr const char *index = "index.html";
inline constexpr const char *about = "about.json";
inline constexpr const char *checkpoint = "audit/checkpoint.txt";
inline constexpr const char *consistency = "audit/consistency.json"; ///< only where it was asked for
inline constexpr const char *keys = "audit/keys.json"; ///< a KeyChain; only where another key signed the log before
/// Entries are members whose names end so, each with another beside it that proves them, line by line.
inline constexpr const char *entriesEnding = ".jsonl";
inline constexpr const char *proofsEnding = ".proofs.jsonl";
} // namespace PackMember

/// What became of one recording that belongs into a pack.
enum class PackedState {
    Included,
    Deleted,    ///< after the pack was begun
    Missing,    ///< its file is not there
    Damaged,    ///< its bytes are not those that were stored
    Unreadable, ///< the server has no key for it
};

struct PackedRecording
{
    RecordingId id;
    PackedState state = PackedState::Included;
    QByteArray member; ///< the original's name in the ZIP; empty where it is not included
    QByteArray sha256; ///< as the server has known it since it was stored; empty where it was deleted
    QString why;       ///< a sentence where it is not included

    friend bool operator==(const PackedRecording &, const PackedRecording &) = default;
};

/// What a pack says of itself, and what its signature is over: every member with its SHA-256, and what should be in it
/// and is not.
struct PackManifest
{
    struct Member
    {
        QByteArray name;
        qint64 size = 0;
        QByteArray sha256;

        friend bool operator==(const Member &, const Member &) = default;
    };

    QString pack; ///< a UUID, under which the audit log knows it
    QDateTime madeAt;
    QString madeBy;
    QByteArray origin;  ///< of the audit log
    qint64 logSize = 0; ///< of the checkpoint
    QByteArray logRoot; ///< 32 bytes
    QJsonObject about;  ///< {kind: recording | lead | matter, id, name}
    QList<PackedRecording> recordings;
    QStringList problems; ///< a sentence each, of what else is not as it should be
    QList<Member> members;

    bool isWhole() const; ///< nothing is missing, and there are no problems
    friend bool operator==(const PackManifest &, const PackManifest &) = default;
};

/// JSON. The same manifest has the same bytes.
QByteArray manifestText(const PackManifest &manifest);
/// Malformed, with a sentence that names what is wrong.
Result<PackManifest> manifestFromText(const QByteArray &text);

inline constexpr qint64 mostManifestBytes = 128 * 1024 * 1024;

QLatin1String packedStateName(PackedState state); ///< "included"

} // namespace Holdfast
