// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/PackWriter.h"

#include "evidence/PackSignature.h"

#include <utility>

namespace Holdfast {

namespace {

QByteArray sha256Of(QByteArrayView bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.result();
}

quint32 crcOf(QByteArrayView bytes)
{
    Crc32 crc;
    crc.add(bytes);
    return crc.result();
}

} // namespace

PackWriter::PackWriter(const QDateTime &madeAt)
    : m_time(zipTime(madeAt))
{
}

void PackWriter::add(const QByteArray &name, const QByteArray &content)
{
    appendHeader(name, content.size(), crcOf(content));
    append(content);
    m_members.append({name, content.size(), sha256Of(content)});
}

void PackWriter::begin(const QByteArray &name, const Foreseen &content)
{
    Q_ASSERT(m_left == 0);
    appendHeader(name, content.size, content.crc);
    m_members.append({name, content.size, content.sha256});
    m_left = content.size;
    m_foreseen = content;
    m_hash = Sha256();
    m_crc = Crc32();
}

void PackWriter::put(QByteArrayView piece)
{
    Q_ASSERT(piece.size() <= m_left);
    m_left -= piece.size();
    m_hash.add(piece);
    m_crc.add(piece);
    append(piece);
}

bool PackWriter::wasAsForeseen()
{
    return m_crc.result() == m_foreseen.crc && m_hash.result() == m_foreseen.sha256;
}

QByteArray PackWriter::seal(PackManifest manifest, const SigningKey &key)
{
    manifest.members = std::exchange(m_members, {});
    const QByteArray text = manifestText(manifest);
    add(PackMember::manifest, text);
    add(PackMember::signature, signPack(text, manifest.origin, key).text());
    return sha256Of(text);
}

void PackWriter::end()
{
    ZipEnd end{m_zipMembers.size(), m_offset, 0};
    for (const ZipMember &member : m_zipMembers)
        append(zipDirectoryEntry(member));
    end.directorySize = m_offset - end.directoryOffset;
    append(zipEnd(end));
}

QByteArray PackWriter::take()
{
    return std::exchange(m_bytes, {});
}

void PackWriter::appendHeader(const QByteArray &name, qint64 size, quint32 crc)
{
    Q_ASSERT(isMemberName(name));
    const ZipMember member{name, size, crc, m_offset, m_time};
    m_zipMembers.append(member);
    append(zipLocalHeader(member));
}

void PackWriter::append(QByteArrayView bytes)
{
    m_bytes.append(bytes.data(), bytes.size());
    m_offset += bytes.size();
}

} // namespace Holdfast
