// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/ServerSentences.h"

#include "contract/Json.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace Holdfast {

namespace {

constexpr char context[] = "Holdfast::ServerSentences";

/// One of the catalogue that holds "%1", to be known by what stands around that.
struct Pattern
{
    const char *sentence;
    QRegularExpression said;
};

const QList<Pattern> &patterns()
{
    static const QList<Pattern> made = [] {
        static const QRegularExpression differing(QStringLiteral("%[0-9]"));
        QList<Pattern> all;
        for (const char *sentence : serverSentences()) {
            const QStringList fixed = QString::fromUtf8(sentence).split(differing);
            if (fixed.size() == 1)
                continue;
            QStringList escaped;
            for (const QString &part : fixed)
                escaped.append(QRegularExpression::escape(part));
            all.append({sentence,
                        QRegularExpression(QRegularExpression::anchoredPattern(escaped.join(QStringLiteral("(.+?)"))),
                                           QRegularExpression::DotMatchesEverythingOption)});
        }
        return all;
    }();
    return made;
}

/// The states that the server names by the contract's words at the end of such a sentence: "it is withdrawn". Elsewhere
/// the same word may be somebody's name for something, and stays.
constexpr std::array states{
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "open"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "approved"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "refused"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "withdrawn"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "lapsed"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "counting"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "waiting"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "running"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "finished"),
    QT_TRANSLATE_NOOP("Holdfast::ServerSentences", "failed"),
};

bool endsWithState(const char *sentence)
{
    const QLatin1String said(sentence);
    return said.endsWith(QLatin1String("it is %1")) || said.endsWith(QLatin1String("it is %1."));
}

QString stateInOwnLanguage(const QString &state)
{
    const auto found = std::ranges::find_if(states, [&](const char *known) { return state == QLatin1String(known); });
    return found == states.end() ? state : QCoreApplication::translate(context, *found);
}

/// What differs may be a sentence itself, as in "Line 3: There is no name.", or a moment of the server's.
QString differingInOwnLanguage(const QString &text)
{
    if (const Result<QDateTime> time = timeFromIso(text))
        return QLocale().toString(time->toLocalTime(), QLocale::ShortFormat);
    return inOwnLanguage(text);
}

/// Each "%1" replaced by the first of these, and so on. What is put in is not looked through again.
QString filled(const QString &words, const QStringList &differing)
{
    QString text;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const int which = words.at(i) == u'%' && i + 1 < words.size() ? words.at(i + 1).digitValue() : -1;
        if (which < 1 || which > differing.size()) {
            text += words.at(i);
            continue;
        }
        text += differing.at(which - 1);
        ++i;
    }
    return text;
}

} // namespace

QString inOwnLanguage(const QString &said)
{
    const QByteArray plain = said.toUtf8();
    for (const char *sentence : serverSentences())
        if (plain == sentence)
            return QCoreApplication::translate(context, sentence);
    for (const Pattern &pattern : patterns()) {
        const QRegularExpressionMatch match = pattern.said.match(said);
        if (!match.hasMatch())
            continue;
        QStringList differing = match.capturedTexts().mid(1);
        for (QString &text : differing)
            text = endsWithState(pattern.sentence) ? stateInOwnLanguage(text) : differingInOwnLanguage(text);
        return filled(QCoreApplication::translate(context, pattern.sentence), differing);
    }
    return said;
}

} // namespace Holdfast
