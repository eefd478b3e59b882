// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/FileName.h"

#include <algorithm>

namespace Holdfast {

namespace {

constexpr qsizetype maxBytes = 200;
constexpr qsizetype maxExtensionUnits = 16;

bool isUnwanted(char32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool bidiOverride =
        (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f;
    const bool lineBreak = c == 0x2028 || c == 0x2029;
    const bool loneSurrogate = c == 0xfffd; // what a lone surrogate has become by now
    const bool refusedByWindows = c < 0x80 && QStringView(u"<>:\"|?*").contains(QChar(static_cast<char16_t>(c)));
    return control || bidiOverride || lineBreak || loneSurrogate || refusedByWindows;
}

QString withoutUnwanted(QStringView name)
{
    QString kept;
    for (const char32_t c : name.toString().toStdU32String())
        if (!isUnwanted(c))
            kept += QString::fromUcs4(&c, 1);
    return kept;
}

/// Cuts between whole characters, so that the UTF-8 form has at most that many bytes.
QString cutTo(const QString &text, qsizetype bytes)
{
    QString kept;
    qsizetype used = 0;
    for (const char32_t c : text.toStdU32String()) {
        const QString one = QString::fromUcs4(&c, 1);
        used += one.toUtf8().size();
        if (used > bytes)
            break;
        kept += one;
    }
    return kept;
}

} // namespace

QString cleanFileName(QStringView name)
{
    const qsizetype slash = std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\'));
    QString clean = withoutUnwanted(name.sliced(slash + 1)).trimmed();
    while (clean.startsWith(QLatin1Char('.')))
        clean.remove(0, 1);
    while (clean.endsWith(QLatin1Char('.')) || clean.endsWith(QLatin1Char(' ')))
        clean.chop(1);
    if (clean.isEmpty())
        return QStringLiteral("recording");

    const qsizetype dot = clean.lastIndexOf(QLatin1Char('.'));
    const bool hasExtension = dot > 0 && clean.size() - dot <= maxExtensionUnits;
    const QString extension = hasExtension ? clean.sliced(dot) : QString();
    const QString stem = hasExtension ? clean.first(dot) : clean;
    return cutTo(stem, maxBytes - extension.toUtf8().size()) + extension;
}

} // namespace Holdfast
