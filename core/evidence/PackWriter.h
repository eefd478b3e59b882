// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/Checkpoint.h"
#include "crypto/Sha256.h"
#include "evidence/Crc32.h"
#include "evidence/PackManifest.h"
#include "evidence/ZipFormat.h"

namespace Holdfast {

/// The bytes of a pack, from the first to the last, as its members are given; they are to be taken off now and then.
/// What it keeps is a line for each member. In one thread at a time.
class PackWriter
{
public:
    explicit PackWriter(const QDateTime &madeAt);

    void add(const QByteArray &name, const QByteArray &content);

    /// What is known of a content before it is given in pieces.
    struct Foreseen
    {
        qint64 size = 0;
        quint32 crc = 0;
        QByteArray sha256;
    };
    void begin(const QByteArray &name, const Foreseen &content);
    void put(QByteArrayView piece);
    qint64 left() const { return m_left; } ///< of the content that was begun
    /// Whether what was put was what had been foreseen; once all of it was. Without it the pack must not be ended.
    bool wasAsForeseen();

    /// The manifest, with its members as they were added, and its signature. Answers the manifest's SHA-256. Then
    /// end().
    QByteArray seal(PackManifest manifest, const SigningKey &key);
    void end();

    qint64 pending() const { return m_bytes.size(); }
    QByteArray take();

private:
    void appendHeader(const QByteArray &name, qint64 size, quint32 crc);
    void append(QByteArrayView bytes);

    quint32 m_time;
    QList<ZipMember> m_zipMembers;
    QList<PackManifest::Member> m_members;
    QByteArray m_bytes;
    qint64 m_offset = 0;
    qint64 m_left = 0; ///< of the member that was begun
    Foreseen m_foreseen;
    Sha256 m_hash;
    Crc32 m_crc;
};

} // namespace Holdfast
