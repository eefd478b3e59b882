// SPDX-License-Identifier: GPL-3.0-or-later
#include "actions/FileFinding.h"

#include <QCoreApplication>
#include <QTest>
#include <QTranslator>

using namespace Holdfast;
using Kind = FileFinding::Kind;

namespace {

class Bracketing : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QLatin1Char('[') + QString::fromUtf8(text) + QLatin1Char(']');
    }
};

} // namespace

class tst_FileFinding : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsKeptIsSaidInTheLanguageOfTheMomentItIsShown()
    {
        const QString kept =
            keptText({{Kind::OtherContent, {QStringLiteral("MP3"), QStringLiteral("WAV")}}, {Kind::CutShort, {}}});
        QCOMPARE(sentenceOnKept(kept),
                 QStringLiteral("Its name says MP3, its content is WAV. It seems to be cut short."));
        Bracketing other;
        QVERIFY(QCoreApplication::installTranslator(&other));
        QCOMPARE(sentenceOnKept(kept),
                 QStringLiteral("[Its name says MP3, its content is WAV.] [It seems to be cut short.]"));
        QCoreApplication::removeTranslator(&other);
    }
    void eachKindComesBackAsItWasKept()
    {
        for (int kind = 0; kind <= static_cast<int>(Kind::Said); ++kind) {
            const FileFinding finding{static_cast<Kind>(kind), {QStringLiteral("62914560"), QStringLiteral("\"ä\"")}};
            QVERIFY(!finding.sentence().isEmpty());
            QCOMPARE(sentenceOnKept(keptText({finding})), finding.sentence());
        }
    }
    void saysHowLargeAFileIsInTheNumbersOfTheMoment()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        const QString sentence = sentenceOnKept(keptText({{Kind::TooLarge, {QStringLiteral("53000000")}}}));
        QLocale::setDefault(before);
        QCOMPARE(sentence, QStringLiteral("The file is 50,6 MB; the most is 50 MB."));
    }
    void whatAnOlderVersionKeptIsShownAsItIs()
    {
        for (const char *kept : {"Die Datei ist leer.", "", "[in brackets", "[{\"kind\":\"of a newer version\"}]"})
            QCOMPARE(sentenceOnKept(QString::fromUtf8(kept)), QString::fromUtf8(kept));
        QVERIFY(keptText({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_FileFinding)
#include "tst_FileFinding.moc"
