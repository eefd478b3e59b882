// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ShownText.h"

#include <algorithm>

namespace Holdfast {

namespace {

bool endsLine(QChar c)
{
    const char16_t code = c.unicode();
    return code == u'\n' || code == u'\r' || code == 0x2028 || code == 0x2029;
}

bool misleads(QChar c)
{
    const char16_t code = c.unicode();
    return c.category() == QChar::Other_Control || code == 0x061C || (code >= 0x200E && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

} // namespace

QString shownText(QString text)
{
    for (QChar &c : text)
        if (misleads(c) && !endsLine(c) && c != u'\t')
            c = QChar(QChar::ReplacementCharacter);
    return text;
}

QString shownOnOneLine(const QString &text)
{
    QString shown = shownText(text);
    for (QChar &c : shown)
        if (endsLine(c) || c == u'\t')
            c = QChar(QChar::ReplacementCharacter);
    return shown;
}

QString shownFirstLine(const QString &text)
{
    QString lines = shownText(text).trimmed();
    const auto end = std::ranges::find_if(lines, endsLine);
    if (end == lines.end())
        return lines.simplified();
    lines.truncate(end - lines.begin());
    return lines.simplified() + QStringLiteral(" …");
}

} // namespace Holdfast
