// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ContentDisposition.h"

#include <QList>

namespace Holdfast {

namespace {

/// What every reader of a quoted string understands in the same way.
bool isPlain(QChar c)
{
    return c >= u' ' && c < u'\x7f' && c != u'"' && c != u'\\' && c != u'%';
}

} // namespace

QByteArray attachmentNamed(const QString &fileName)
{
    QByteArray plain;
    bool isWhole = true;
    const auto codePoints = fileName.toUcs4();
    for (const uint codePoint : codePoints) {
        const bool keeps = codePoint < 0x80 && isPlain(QChar(codePoint));
        plain.append(keeps ? static_cast<char>(codePoint) : '_');
        isWhole = isWhole && keeps;
    }
    QByteArray field = "attachment; filename=\"" + plain + '"';
    if (!isWhole)
        field += "; filename*=UTF-8''" + fileName.toUtf8().toPercentEncoding();
    return field;
}

} // namespace Holdfast
