// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/SearchWords.h"

#include <QStringList>

namespace Holdfast {

namespace {

QString quoted(QString word)
{
    word.remove(QChar(0));
    word.replace(u'"', QStringLiteral("\"\""));
    return u'"' + word + u'"';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// A part of a phone number in any notation: "+49", "(030)", "123-45".
bool isOfPhone(const QString &word)
{
    const QString signs = QStringLiteral("+-()/.");
    return std::any_of(word.begin(), word.end(), isDigit) &&
           std::all_of(word.begin(), word.end(), [&](QChar c) { return isDigit(c) || signs.contains(c); });
}

/// Whether the index would keep anything of it.
bool holdsLetters(const QString &word)
{
    const QList<uint> letters = word.toUcs4();
    return std::any_of(letters.begin(), letters.end(), [](uint letter) { return QChar::isLetterOrNumber(letter); });
}

/// As leads.phone_digits has them, but for the zeros that a country's code takes the place of.
QString digitsOf(const QStringList &parts)
{
    QString digits = parts.join(QString()).remove(QStringLiteral("(0)"));
    digits.removeIf([](QChar c) { return !isDigit(c); });
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    return digits;
}

/// Each word, the last one of the search as a beginning.
QString each(const QStringList &words, bool endsTheSearch)
{
    QStringList terms;
    for (const QString &word : words)
        terms.append(quoted(word));
    return terms.join(QStringLiteral(" AND ")) + (endsTheSearch ? QStringLiteral(" *") : QString());
}

QString textExpression(const QString &text)
{
    QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeIf([](const QString &word) { return !holdsLetters(word); });
    if (words.isEmpty())
        return QStringLiteral("facets : \"qqqnothing\""); // none of these could be found anywhere
    QStringList terms;
    for (qsizetype begin = 0, end = 0; begin < words.size(); begin = end) {
        end = begin + 1;
        if (!isOfPhone(words[begin])) {
            terms.append(each({words[begin]}, end == words.size()));
            continue;
        }
        while (end < words.size() && isOfPhone(words[end]))
            ++end;
        const QStringList parts = words.sliced(begin, end - begin);
        QString term = u'(' + each(parts, end == words.size()) + u')';
        if (const QString digits = digitsOf(parts); !digits.isEmpty())
            term += QStringLiteral(" OR lead_phone : ") + quoted(digits) + QStringLiteral(" *");
        terms.append(u'(' + term + u')');
    }
    return QStringLiteral("{notes annotations lead_name lead_phone} : (") + terms.join(QStringLiteral(" AND ")) + u')';
}

} // namespace

QString wordsExpression(const RecordingFilter &filter)
{
    QStringList parts;
    const auto facet = [&parts](QLatin1Char kind, const QString &value) {
        parts.append(QStringLiteral("facets : \"qqq%1%2\"").arg(kind).arg(value));
    };
    if (const auto agent = filter.agent())
        facet(QLatin1Char('a'), QString::number(agent->value));
    if (filter.campaignId)
        facet(QLatin1Char('c'), QString::number(filter.campaignId->value));
    if (filter.leadId)
        facet(QLatin1Char('l'), QString::number(filter.leadId->value));
    if (filter.complianceHold)
        facet(QLatin1Char('h'), *filter.complianceHold ? QStringLiteral("1") : QStringLiteral("0"));
    if (!filter.disposition.isEmpty())
        facet(QLatin1Char('d'), QString::fromLatin1(filter.disposition.toUtf8().toHex()));
    parts.prepend(textExpression(filter.words));
    return parts.join(QStringLiteral(" AND "));
}

} // namespace Holdfast
