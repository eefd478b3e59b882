// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/SearchCursor.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace Holdfast {

namespace {

constexpr auto urlSafe = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype numberBytes = sizeof(qint64);
constexpr qsizetype questionBytes = 8;

/// The question that a cursor belongs to. What the caller may see is no part of it: that is asked anew each time.
QByteArray questionOf(RecordingFilter filter)
{
    filter.onlyAgent.reset();
    QByteArray question = filter.fingerprint();
    question += static_cast<char>(filter.sort.by);
    question += static_cast<char>(filter.sort.ascending);
    return QCryptographicHash::hash(question, QCryptographicHash::Sha256).first(questionBytes);
}

QByteArray bytesOf(qint64 number)
{
    QByteArray bytes(numberBytes, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

} // namespace

QByteArray cursorAfter(const RecordingFilter &filter, const Recording &last)
{
    const RecordingPlace place = placeOf(last, filter.sort.by);
    return (questionOf(filter) + bytesOf(place.key) + bytesOf(place.id.value)).toBase64(urlSafe);
}

std::optional<RecordingPlace> placeOfCursor(const RecordingFilter &filter, const QString &cursor)
{
    const auto [bytes, status] =
        QByteArray::fromBase64Encoding(cursor.toLatin1(), urlSafe | QByteArray::AbortOnBase64DecodingErrors);
    if (status != QByteArray::Base64DecodingStatus::Ok || bytes.size() != questionBytes + 2 * numberBytes ||
        !bytes.startsWith(questionOf(filter)))
        return std::nullopt;
    const char *numbers = bytes.constData() + questionBytes;
    return RecordingPlace{qFromBigEndian<qint64>(numbers), {qFromBigEndian<qint64>(numbers + numberBytes)}};
}

} // namespace Holdfast
