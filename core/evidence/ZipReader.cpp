// SPDX-License-Identifier: GPL-3.0-or-later
#include "evidence/ZipReader.h"

#include "evidence/ZipNumbers.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <optional>

namespace Holdfast {

namespace {

constexpr qint64 pieceBytes = 256 * 1024;
constexpr qsizetype longestExtra = 28; // three numbers of ZIP64
constexpr qsizetype zip64FieldHead = 4;

template <class Number> Number numberAt(QByteArrayView bytes, qsizetype at)
{
    Number number = 0;
    for (size_t i = 0; i < sizeof number; ++i)
        number |=
            static_cast<Number>(static_cast<Number>(static_cast<unsigned char>(bytes[at + qsizetype(i)])) << (8 * i));
    return number;
}

tl::unexpected<Failure> noPack(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence);
}

tl::unexpected<Failure> cutOff()
{
    return noPack(QStringLiteral("This is no whole ZIP: it does not end as an evidence pack does. It was cut off or "
                                 "changed, or is something else. Get it again."));
}

Result<QByteArray> bytesAt(QIODevice &device, qint64 offset, qint64 count)
{
    if (!device.seek(offset))
        return fail(FailureKind::Unreachable, QStringLiteral("The file can't be read: %1.").arg(device.errorString()));
    QByteArray bytes = device.read(count);
    if (bytes.size() != count)
        return fail(FailureKind::Unreachable,
                    QStringLiteral("The file can't be read to its end: %1.").arg(device.errorString()));
    return bytes;
}

/// Where the numbers of the end are. Whether they are true, the caller finds by writing the end from them.
Result<ZipEnd> findEnd(QIODevice &device)
{
    if (device.size() < zipEndBytes)
        return cutOff();
    const Result<QByteArray> end = bytesAt(device, device.size() - zipEndBytes, zipEndBytes);
    if (!end)
        return fail(end.error());
    if (numberAt<quint32>(*end, 0) != zipEndMark)
        return cutOff();
    const auto members = numberAt<quint16>(*end, 10);
    const auto size = numberAt<quint32>(*end, 12);
    const auto offset = numberAt<quint32>(*end, 16);
    if (members != zipElsewhere16 && size != zipElsewhere32 && offset != zipElsewhere32)
        return ZipEnd{members, offset, size};
    constexpr qsizetype before = zipEndBytes + zip64LocatorBytes + zip64EndBytes;
    if (device.size() < before)
        return cutOff();
    const Result<QByteArray> large = bytesAt(device, device.size() - before, zip64EndBytes);
    if (!large)
        return fail(large.error());
    const auto most = static_cast<quint64>(device.size());
    const auto count = numberAt<quint64>(*large, 32);
    const auto directorySize = numberAt<quint64>(*large, 40);
    const auto directoryOffset = numberAt<quint64>(*large, 48);
    if (count > most || directorySize > most || directoryOffset > most)
        return cutOff();
    return ZipEnd{static_cast<qint64>(count), static_cast<qint64>(directoryOffset), static_cast<qint64>(directorySize)};
}

Result<ZipEnd> readEnd(QIODevice &device)
{
    const Result<ZipEnd> end = findEnd(device);
    if (!end)
        return end;
    if (end->members > ZipReader::mostMembers)
        return noPack(QStringLiteral("This is no evidence pack: it has more members than any has."));
    const QByteArray expected = zipEnd(*end);
    const qint64 begin = end->directoryOffset + end->directorySize;
    const qint64 most = end->members * (zipDirectoryEntryBytes + longestMemberName + longestExtra);
    if (begin + expected.size() != device.size() || end->directorySize > most)
        return cutOff();
    const Result<QByteArray> found = bytesAt(device, begin, expected.size());
    if (!found)
        return fail(found.error());
    return *found == expected ? end : Result<ZipEnd>(cutOff());
}

/// One entry of the directory from `at` on, or nothing where it is not written as ours are.
std::optional<ZipMember> memberAt(QByteArrayView directory, qsizetype at)
{
    const QByteArrayView rest = directory.sliced(at);
    if (rest.size() < zipDirectoryEntryBytes || numberAt<quint32>(rest, 0) != zipDirectoryMark)
        return std::nullopt;
    const auto nameSize = numberAt<quint16>(rest, 28);
    const auto extraSize = numberAt<quint16>(rest, 30);
    if (rest.size() < zipDirectoryEntryBytes + nameSize + extraSize)
        return std::nullopt;
    const QByteArrayView extra = rest.sliced(zipDirectoryEntryBytes + nameSize, extraSize);
    qsizetype inExtra = zip64FieldHead;
    const auto large = [&](quint32 number) -> quint64 {
        if (number != zipElsewhere32 || inExtra + 8 > extra.size())
            return number;
        inExtra += 8;
        return numberAt<quint64>(extra, inExtra - 8);
    };
    ZipMember member;
    member.time = numberAt<quint32>(rest, 12);
    member.crc = numberAt<quint32>(rest, 16);
    const quint64 size = large(numberAt<quint32>(rest, 24));
    if (size >= zipElsewhere32)
        inExtra += 8; // the size comes twice: as it is, and as it is stored
    const quint64 offset = large(numberAt<quint32>(rest, 42));
    constexpr quint64 most = std::numeric_limits<qint64>::max() / 4;
    if (size > most || offset > most)
        return std::nullopt;
    member.size = static_cast<qint64>(size);
    member.offset = static_cast<qint64>(offset);
    member.name = rest.sliced(zipDirectoryEntryBytes, nameSize).toByteArray();
    const QByteArray expected = zipDirectoryEntry(member);
    return rest.startsWith(expected) ? std::optional(member) : std::nullopt;
}

QString shown(const QByteArray &name)
{
    return QString::fromLatin1(name.left(longestMemberName).toPercentEncoding("/ ,:()[]{}@&=+!#'"));
}

} // namespace

Result<ZipReader> ZipReader::open(QIODevice &device)
{
    const Result<ZipEnd> end = readEnd(device);
    if (!end)
        return fail(end.error());
    ZipReader reader(device);
    if (const Done read = reader.readDirectory(*end); !read)
        return fail(read.error());
    if (const Done named = reader.checkNames(); !named)
        return fail(named.error());
    if (const Done checked = reader.checkMembers(end->directoryOffset); !checked)
        return fail(checked.error());
    return reader;
}

Done ZipReader::readDirectory(const ZipEnd &end)
{
    const Result<QByteArray> directory = bytesAt(*m_device, end.directoryOffset, end.directorySize);
    if (!directory)
        return fail(directory.error());
    qsizetype at = 0;
    m_members.reserve(end.members);
    while (m_members.size() < end.members) {
        const std::optional<ZipMember> member = memberAt(*directory, at);
        if (!member)
            return noPack(QStringLiteral("The ZIP's directory was changed, or not written by Holdfast: its entry %1 is "
                                         "not as those of evidence packs are.")
                              .arg(m_members.size() + 1));
        at += zipDirectoryEntry(*member).size();
        m_members.append(*member);
    }
    return at == directory->size() ? Done() : cutOff();
}

Done ZipReader::checkNames() const
{
    QSet<QByteArray> seen;
    seen.reserve(m_members.size());
    for (const ZipMember &member : m_members) {
        if (!isMemberName(member.name))
            return noPack(
                QStringLiteral("The ZIP has a member that no evidence pack has: its name “%1” may lead out of "
                               "the folder that one unpacks to. Do not unpack it.")
                    .arg(shown(member.name)));
        const QByteArray folded = member.name.toLower(); // some systems know no difference
        if (seen.contains(folded))
            return noPack(QStringLiteral("The ZIP has two members with the name “%1”, so nobody can say which one was "
                                         "meant. Do not unpack it.")
                              .arg(shown(member.name)));
        seen.insert(folded);
    }
    return {};
}

/// That they lie one behind the other without a gap, each behind the header that the directory tells of.
Done ZipReader::checkMembers(qint64 directoryOffset) const
{
    qint64 at = 0;
    for (const ZipMember &member : m_members) {
        const QByteArray expected = zipLocalHeader(member);
        const bool fits = member.offset == at && at + expected.size() <= directoryOffset &&
                          member.size <= directoryOffset - at - expected.size();
        const Result<QByteArray> found = fits ? bytesAt(*m_device, at, expected.size()) : QByteArray();
        if (!found)
            return fail(found.error());
        if (*found != expected)
            return noPack(QStringLiteral("“%1” was changed: its header in the ZIP contradicts the ZIP's directory. Do "
                                         "not unpack it.")
                              .arg(shown(member.name)));
        at += expected.size() + member.size;
    }
    return at == directoryOffset ? Done()
                                 : noPack(QStringLiteral("The ZIP has bytes that belong to no member. It was changed, "
                                                         "or not written by Holdfast."));
}

const ZipMember *ZipReader::find(QByteArrayView name) const
{
    const auto found =
        std::find_if(m_members.begin(), m_members.end(), [&](const ZipMember &member) { return member.name == name; });
    return found == m_members.end() ? nullptr : &*found;
}

qint64 ZipReader::contentOffset(const ZipMember &member)
{
    return member.offset + zipLocalHeader(member).size();
}

Done ZipReader::read(const ZipMember &member, const std::function<void(QByteArrayView)> &take) const
{
    const qint64 begin = contentOffset(member);
    for (qint64 done = 0; done < member.size;) {
        const Result<QByteArray> piece = bytesAt(*m_device, begin + done, std::min(pieceBytes, member.size - done));
        if (!piece)
            return fail(piece.error());
        take(*piece);
        done += piece->size();
    }
    return {};
}

Result<QByteArray> ZipReader::readAll(const ZipMember &member, qint64 bound) const
{
    if (member.size > bound)
        return fail(FailureKind::TooLarge,
                    QStringLiteral("“%1” is larger than that of any evidence pack.").arg(shown(member.name)));
    return bytesAt(*m_device, contentOffset(member), member.size);
}

} // namespace Holdfast
