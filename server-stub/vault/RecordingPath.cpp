// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/RecordingPath.h"

#include <QRegularExpression>

namespace Holdfast {

QString dayFolder(const QDate &day)
{
    return QStringLiteral("%1/%2/%3")
        .arg(day.year(), 4, 10, QChar(u'0'))
        .arg(day.month(), 2, 10, QChar(u'0'))
        .arg(day.day(), 2, 10, QChar(u'0'));
}

QString recordingFileName(RecordingId id, MediaFormat format)
{
    return QStringLiteral("recording_%1.%2").arg(id.value).arg(formatName(format));
}

bool isFilePath(const QString &path)
{
    static const QRegularExpression form(
        QStringLiteral("\\A[0-9]{4}/[0-9]{2}/[0-9]{2}/recording_[1-9][0-9]{0,18}\\.[a-z0-9]{3}\\z"));
    return form.match(path).hasMatch();
}

QByteArray sealContext(RecordingId id)
{
    return QByteArray::number(id.value);
}

QByteArray sealContextBeside(const QString &filePath, const QString &kind)
{
    return (kind + u' ' + filePath).toUtf8();
}

} // namespace Holdfast
